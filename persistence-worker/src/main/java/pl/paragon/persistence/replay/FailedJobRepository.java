package pl.paragon.persistence.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.persistence.database.SingleValueQuery;

/** The failed jobs in PostgreSQL. */
@ApplicationScoped
class FailedJobRepository implements FailedJobs {

    private static final String FAILED = """
            select outcome.job_id, outcome.decided_at, outcome.stage, outcome.attempts, cast(outcome.error as text),
                   job.submitter, job.filename, job.submitted_at, replay.replayed_as, replay.replayed_at
            from job_outcome outcome
            left join job on job.job_id = outcome.job_id
            left join job_replay replay on replay.job_id = outcome.job_id
            where outcome.outcome = 'failed' and job.deleted_at is null
            """;

    private static final String AFTER = FAILED + """
            and (outcome.decided_at, outcome.job_id) < (cast(:time as timestamptz), cast(:job as uuid))
            order by outcome.decided_at desc, outcome.job_id desc""";

    private static final String ONE = FAILED + "and outcome.job_id = :job";

    /** By itself: a query that waits for a lock does not see what the other transaction wrote elsewhere. */
    private static final String LOCK = "select 1 from job_outcome where job_id = :job for update";

    private static final String CANDIDATE = """
            select job.submitter, job.user_id, job.submitted_at, job.filename, job.file_key, job.media_type, job.size,
                   job.sha256, replay.replayed_as, replay.replayed_at,
                   exists (select 1 from job accepted where accepted.job_id = replay.replayed_as), outcome.stage,
                   job.webhook_url
            from job_outcome outcome
            left join job on job.job_id = outcome.job_id
            left join job_replay replay on replay.job_id = outcome.job_id
            where outcome.job_id = :job and outcome.outcome = 'failed' and job.deleted_at is null""";

    /** Later than any job. */
    private static final Position BEGINNING =
            new Position(Instant.parse("9999-12-31T00:00:00Z"), new JobId(new UUID(-1, -1)));

    private final EntityManager database;

    FailedJobRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<FailedJob> after(Optional<Position> position, int atMost) {
        Position after = position.orElse(BEGINNING);
        return session()
                .createNativeQuery(AFTER, Object[].class)
                .setParameter("time", after.failedAt(), Instant.class)
                .setParameter("job", after.job().value(), UUID.class)
                .setMaxResults(atMost)
                .stream()
                .map(FailedJobRepository::failed)
                .toList();
    }

    @Override
    public Optional<FailedJob> find(JobId job) {
        return session()
                .createNativeQuery(ONE, Object[].class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional()
                .map(FailedJobRepository::failed);
    }

    private static FailedJob failed(Object[] row) {
        JobError error = Json.read(((String) row[4]).getBytes(StandardCharsets.UTF_8), JobError.class);
        return new FailedJob(
                new JobId((UUID) row[0]),
                (Instant) row[1],
                (String) row[2],
                (Integer) row[3],
                error.code().name(),
                FailedJob.fault(error),
                error.message(),
                error.details(),
                (String) row[5],
                (String) row[6],
                (Instant) row[7],
                job(row[8]).orElse(null),
                (Instant) row[9]);
    }

    @Override
    public Optional<Candidate> lock(JobId job) {
        SingleValueQuery.of(session(), LOCK, Integer.class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional();
        return session()
                .createNativeQuery(CANDIDATE, Object[].class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional()
                .map(row -> new Candidate(
                        submission(row),
                        Stage.valueOf(((String) row[11]).toUpperCase(Locale.ROOT)),
                        job(row[8]).map(as -> new Begun(as, (Instant) row[9], (Boolean) row[10]))));
    }

    private static Optional<Submission> submission(Object[] row) {
        return Optional.ofNullable((String) row[4])
                .map(key -> new Submission(
                        (String) row[3],
                        new FileReference(key, (String) row[5], (Long) row[6], (String) row[7]),
                        (String) row[1],
                        (String) row[0],
                        (Instant) row[2],
                        Lane.INTERACTIVE,
                        (String) row[12]));
    }

    private static Optional<JobId> job(Object id) {
        return Optional.ofNullable((UUID) id).map(JobId::new);
    }

    @Override
    public void begin(JobId job, JobId as, Instant at) {
        session()
                .createNativeMutationQuery(
                        "insert into job_replay (job_id, replayed_as, replayed_at) values (:job, :as, :at)")
                .setParameter("job", job.value(), UUID.class)
                .setParameter("as", as.value(), UUID.class)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public void withdraw(JobId job) {
        session()
                .createNativeMutationQuery("delete from job_replay where job_id = :job")
                .setParameter("job", job.value(), UUID.class)
                .executeUpdate();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
