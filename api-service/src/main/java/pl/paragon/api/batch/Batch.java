package pl.paragon.api.batch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.api.intake.Refusal;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.JobId;

/**
 * Files that were submitted together.
 *
 * @param submitter the identity that owns it
 * @param files in the order in which they came
 */
public record Batch(BatchId id, String submitter, Instant submittedAt, List<Entry> files) {

    public Batch {
        files = List.copyOf(files);
    }

    /** A file of a batch. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Accepted.class, name = "accepted"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
    })
    public sealed interface Entry {
        String filename();
    }

    /** @param size bytes */
    public record Accepted(String filename, JobId job, long size) implements Entry {}

    public record Refused(String filename, Refusal refusal) implements Entry {}

    public Stream<Accepted> accepted() {
        return files.stream().filter(Accepted.class::isInstance).map(Accepted.class::cast);
    }
}
