package pl.paragon.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The identifier of one submission: what the client polls, the key of every record in Kafka and of the arbiter's row. A
 * UUID in its canonical text form.
 */
public record JobId(UUID value) implements Comparable<JobId> {

    public JobId {
        Objects.requireNonNull(value, "a job id needs a UUID");
    }

    public static JobId random() {
        return new JobId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID in canonical form */
    @JsonCreator
    public static JobId of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a job id: '" + text + "' (a UUID is expected)"));
    }

    /**
     * Empty if {@code text} is not a UUID in canonical form: an id that a client made up is unknown, not an error of
     * ours.
     */
    public static Optional<JobId> parse(String text) {
        if (text == null || text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new JobId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(JobId other) {
        return value.compareTo(other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
