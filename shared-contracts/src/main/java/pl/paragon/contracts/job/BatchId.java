package pl.paragon.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The identifier of several files that were submitted together. A UUID in its canonical text form. */
public record BatchId(UUID value) {

    public BatchId {
        Objects.requireNonNull(value, "a batch id needs a UUID");
    }

    public static BatchId random() {
        return new BatchId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID in canonical form */
    @JsonCreator
    public static BatchId of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a batch id: '" + text + "' (a UUID is expected)"));
    }

    /** Empty if {@code text} is not a UUID in canonical form. */
    public static Optional<BatchId> parse(String text) {
        return JobId.parse(text).map(id -> new BatchId(id.value()));
    }

    /**
     * The job of one of the files: always the same for the same place, so that whoever submits a batch once more
     * submits the same jobs.
     *
     * @param position of the file in the batch, from 1
     */
    public JobId jobAt(int position) {
        return new JobId(UUID.nameUUIDFromBytes((value + "/" + position).getBytes(StandardCharsets.US_ASCII)));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
