package pl.paragon.persistence.arbiter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Duplicate;

/**
 * How a job ended, as a row. This class only reads: rows are written by a statement that lets the first one stand.
 */
@Entity
@Immutable
@Table(name = "job_outcome")
class JobOutcome {

    @Id
    private UUID jobId;

    private String outcome;
    private UUID receiptId;
    private String stage;
    private Integer attempts;

    @Column(columnDefinition = "jsonb")
    @JdbcTypeCode(SqlTypes.JSON)
    private String error;

    @Column(columnDefinition = "jsonb")
    @JdbcTypeCode(SqlTypes.JSON)
    private String duplicates;

    private Instant decidedAt;

    protected JobOutcome() {}

    JobEnded toEvent() {
        return new JobEnded(new JobId(jobId), decidedAt, outcome());
    }

    private JobEnded.Outcome outcome() {
        return switch (Kind.of(outcome)) {
            case SAVED -> new JobEnded.Saved(receiptId, readDuplicates());
            case FAILED -> new JobEnded.Failed(Stage.valueOf(stage.toUpperCase(Locale.ROOT)), attempts, readError());
            case CANCELLED -> new JobEnded.Cancelled();
        };
    }

    private List<Duplicate> readDuplicates() {
        return duplicates == null
                ? List.of()
                : List.of(Json.read(duplicates.getBytes(StandardCharsets.UTF_8), Duplicate[].class));
    }

    private JobError readError() {
        return Json.read(error.getBytes(StandardCharsets.UTF_8), JobError.class);
    }
}
