package pl.paragon.persistence.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.database.SingleValueQuery;

/** Deletes jobs in PostgreSQL. */
@ApplicationScoped
class DeletedJobRepository implements DeletedJobs {

    private static final String ENDED = "exists (select 1 from job_outcome where job_id = :job)";

    /** A receipt of before the register's time has no row there. */
    private static final String LOCK = """
            select submitter, %1$s, deleted_at from job where job_id = :job for update""".formatted(ENDED);

    private static final String OF_A_RECEIPT =
            "select submitter, true, cast(null as timestamptz) from receipt where job_id = :job for update";

    private static final String BLANK = """
            insert into job (job_id, submitter, submitted_at, deleted_at) values (:job, :submitter, :now, :now)
            on conflict (job_id) do update
            set user_id = null, filename = null, file_key = null, media_type = null, size = null, sha256 = null,
                webhook_url = null, deleted_at = excluded.deleted_at""";

    private final EntityManager database;

    DeletedJobRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<Known> lock(JobId job) {
        return known(LOCK, job).or(() -> known(OF_A_RECEIPT, job));
    }

    private Optional<Known> known(String query, JobId job) {
        return session()
                .createNativeQuery(query, Object[].class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional()
                .map(row -> new Known((String) row[0], (Boolean) row[1], (Instant) row[2]));
    }

    @Override
    public Optional<Integer> revision(JobId job) {
        return SingleValueQuery.of(
                        session(), "select revision from receipt where job_id = :job for update", Integer.class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional();
    }

    @Override
    public void delete(JobId job, String submitter, Instant now) {
        session()
                .createNativeMutationQuery("delete from receipt where job_id = :job")
                .setParameter("job", job.value(), UUID.class)
                .executeUpdate();
        session()
                .createNativeMutationQuery("delete from webhook_delivery where job_id = :job")
                .setParameter("job", job.value(), UUID.class)
                .executeUpdate();
        session()
                .createNativeMutationQuery(BLANK)
                .setParameter("job", job.value(), UUID.class)
                .setParameter("submitter", submitter, String.class)
                .setParameter("now", now, Instant.class)
                .executeUpdate();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
