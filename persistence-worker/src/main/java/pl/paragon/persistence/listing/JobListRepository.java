package pl.paragon.persistence.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;

/** The lists of jobs in PostgreSQL. */
@ApplicationScoped
class JobListRepository implements JobLists {

    private static final String OF_BATCH = """
            select job.job_id, job.filename, job.file_key, job.media_type, job.size, job.sha256, job.user_id,
                   job.submitter, job.submitted_at, job.outcome, job.ended_at, outcome.receipt_id, outcome.stage,
                   outcome.attempts, cast(outcome.error as text), job.batch_position, job.batch_size
            from job
            left join job_outcome outcome on outcome.job_id = job.job_id and job.outcome is not null
            where job.deleted_at is null and job.submitter = :submitter and job.batch_id = :batch
            order by job.batch_position limit :atMost""";

    private final EntityManager database;

    JobListRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public List<JobHistory> after(Optional<JobListQuery.Position> position, JobListQuery query, int atMost) {
        JobListSql sql = new JobListSql(position, query, atMost);
        List<JobHistory> next = query.filename().isPresent() ? list(sql.textAmongTheNext(), sql) : List.of();
        return next.size() == atMost ? next : list(sql.text(), sql);
    }

    private List<JobHistory> list(String text, JobListSql sql) {
        NativeQuery<Object[]> list = database.unwrap(Session.class).createNativeQuery(text, Object[].class);
        sql.parameters().forEach(list::setParameter);
        return list.list().stream().map(JobListRepository::history).toList();
    }

    @Override
    public List<JobHistory> of(BatchId batch, String submitter, int atMost) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(OF_BATCH, Object[].class)
                .setParameter("submitter", submitter, String.class)
                .setParameter("batch", batch.value(), UUID.class)
                .setParameter("atMost", atMost, Integer.class)
                .list()
                .stream()
                .map(row -> history(row, new BatchPlace(batch, (Integer) row[15], (Integer) row[16])))
                .toList();
    }

    private static JobHistory history(Object[] row) {
        return history(row, null);
    }

    /** @param batch or {@code null} */
    private static JobHistory history(Object[] row, BatchPlace batch) {
        JobId job = new JobId((UUID) row[0]);
        FileReference file = new FileReference((String) row[2], (String) row[3], (Long) row[4], (String) row[5]);
        Lane lane = batch == null ? Lane.INTERACTIVE : Lane.BULK;
        Submission submission = new Submission(
                (String) row[1], file, (String) row[6], (String) row[7], (Instant) row[8], lane, null, batch);
        JobEnded ended = row[9] == null ? null : new JobEnded(job, (Instant) row[10], outcome(row));
        return new JobHistory(new ReceiptSubmitted(job, submission.submittedAt(), submission), null, ended);
    }

    private static JobEnded.Outcome outcome(Object[] row) {
        return switch ((String) row[9]) {
            case "saved" -> new JobEnded.Saved((UUID) row[11]);
            case "failed" ->
                new JobEnded.Failed(
                        Stage.valueOf(((String) row[12]).toUpperCase(Locale.ROOT)),
                        (Integer) row[13],
                        Json.read(((String) row[14]).getBytes(StandardCharsets.UTF_8), JobError.class));
            case "cancelled" -> new JobEnded.Cancelled();
            case String other -> throw new IllegalStateException("no way to end: " + other);
        };
    }
}
