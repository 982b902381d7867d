package pl.paragon.persistence.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/** The histories of jobs in PostgreSQL. */
@ApplicationScoped
class JobHistoryRepository implements JobHistories {

    /** The media type of every document that a stage makes. */
    private static final String JSON = "application/json";

    /** A receipt of before the register's time has no row there. */
    private static final String OF = """
            select coalesce(job.filename, receipt.filename), coalesce(job.file_key, receipt.file_key),
                   coalesce(job.media_type, receipt.file_media_type), coalesce(job.size, receipt.file_size),
                   coalesce(job.sha256, receipt.file_sha256),
                   case when job.job_id is null then receipt.user_id else job.user_id end,
                   coalesce(job.submitter, receipt.submitter), coalesce(job.submitted_at, receipt.submitted_at),
                   receipt.work_started_at, receipt.analyzed_at, receipt.analysis_key, receipt.analysis_size,
                   receipt.analysis_sha256
            from (select cast(:job as uuid) as id) asked
            left join job on job.job_id = asked.id
            left join receipt on receipt.job_id = asked.id
            where job.deleted_at is null and (job.job_id is not null or receipt.id is not null)""";

    private final EntityManager database;

    JobHistoryRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public Optional<Known> of(JobId job) {
        return database.unwrap(Session.class)
                .createNativeQuery(OF, Object[].class)
                .setParameter("job", job.value(), UUID.class)
                .uniqueResultOptional()
                .map(row -> new Known(submission(row), saved(row)));
    }

    private static Submission submission(Object[] row) {
        FileReference file = new FileReference((String) row[1], (String) row[2], (Long) row[3], (String) row[4]);
        return new Submission((String) row[0], file, (String) row[5], (String) row[6], (Instant) row[7]);
    }

    private static Saved saved(Object[] row) {
        return row[10] == null
                ? null
                : new Saved(
                        (Instant) row[8],
                        (Instant) row[9],
                        new FileReference((String) row[10], JSON, (Long) row[11], (String) row[12]));
    }
}
