package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What the receipt's own arithmetic says of the result.
 *
 * @param warnings sentences for people
 */
public record Verification(Verdict verdict, List<Check> checks, List<String> warnings) {

    public enum Verdict {
        /** The equations close over every line and the total. */
        @JsonProperty("proved")
        PROVED,
        /** Those that can be formed hold, some cannot be formed. */
        @JsonProperty("consistent")
        CONSISTENT,
        /** One fails, or a needed value is unreadable. */
        @JsonProperty("in_doubt")
        IN_DOUBT
    }

    public Verification {
        Objects.requireNonNull(verdict, "a verification needs its verdict");
        checks = checks == null ? List.of() : List.copyOf(checks);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }
}
