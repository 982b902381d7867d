package pl.paragon.persistence.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.job.JobId;

/** The removals in PostgreSQL. */
@ApplicationScoped
class RemovalRepository implements Removals {

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;
    private final Clock clock;

    RemovalRepository(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void ask(JobId job, RemovalReason reason) {
        ask(job, reason, clock.instant());
    }

    @Override
    public void ask(JobId job, RemovalReason reason, Instant since) {
        session()
                .createNativeMutationQuery("""
                        insert into file_removal (job_id, reason, since)
                        values (:job, :reason, :now)
                        on conflict (job_id) do update set reason = excluded.reason, since = excluded.since""")
                .setParameter("job", job.value(), UUID.class)
                .setParameter("reason", reason.id(), String.class)
                .setParameter("now", since, Instant.class)
                .executeUpdate();
    }

    @Override
    public List<Removal> after(Optional<JobId> job, int atMost) {
        return session()
                .createNativeQuery(
                        "select job_id, reason, since from file_removal where job_id > :after order by job_id",
                        Object[].class)
                .setParameter("after", job.map(JobId::value).orElse(FIRST), UUID.class)
                .setMaxResults(atMost)
                .stream()
                .map(row -> new Removal(new JobId((UUID) row[0]), RemovalReason.of((String) row[1]), (Instant) row[2]))
                .toList();
    }

    @Override
    public void done(Removal removal) {
        session()
                .createNativeMutationQuery("delete from file_removal where job_id = :job and reason = :reason")
                .setParameter("job", removal.job().value(), UUID.class)
                .setParameter("reason", removal.reason().id(), String.class)
                .executeUpdate();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
