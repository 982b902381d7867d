package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether an equation holds; in JSON {@code true}, {@code false} or {@code null}.
 */
public enum Holds {
    YES(true),
    NO(false),
    /** It cannot be formed, because a value that it needs is missing. */
    UNKNOWN(null);

    private final Boolean json;

    Holds(Boolean json) {
        this.json = json;
    }

    @JsonCreator
    public static Holds of(Boolean holds) {
        return holds == null ? UNKNOWN : holds ? YES : NO;
    }

    /** {@code null} for {@link #UNKNOWN}. */
    @JsonValue
    public Boolean json() {
        return json;
    }
}
