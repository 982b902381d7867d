package pl.paragon.persistence.replay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;

/** The live jobs in PostgreSQL. */
@ApplicationScoped
class LiveJobRepository implements LiveJobs {

    private static final String SUBMISSIONS = """
            select job_id, filename, file_key, media_type, size, sha256, user_id, submitter, submitted_at, webhook_url,
                   batch_id, batch_position, batch_size
            from job
            where submitted_at < :before and job_id > :after and deleted_at is null
              and not exists (select 1 from job_outcome outcome where outcome.job_id = job.job_id)
            order by job_id""";

    /** Before any job. */
    private static final JobId BEGINNING = new JobId(new UUID(0, 0));

    private final EntityManager database;

    LiveJobRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<ReceiptSubmitted> submissions(Instant before, Optional<JobId> after, Instant occurredAt, int atMost) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(SUBMISSIONS, Object[].class)
                .setParameter("before", before, Instant.class)
                .setParameter("after", after.orElse(BEGINNING).value(), UUID.class)
                .setMaxResults(atMost)
                .stream()
                .map(row -> new ReceiptSubmitted(new JobId((UUID) row[0]), occurredAt, submission(row)))
                .toList();
    }

    /** In the bulk lane, so that nobody who uploads now waits for them. */
    private static Submission submission(Object[] row) {
        return new Submission(
                (String) row[1],
                new FileReference((String) row[2], (String) row[3], (Long) row[4], (String) row[5]),
                (String) row[6],
                (String) row[7],
                (Instant) row[8],
                Lane.BULK,
                (String) row[9],
                row[10] == null
                        ? null
                        : new BatchPlace(new BatchId((UUID) row[10]), (Integer) row[11], (Integer) row[12]));
    }
}
