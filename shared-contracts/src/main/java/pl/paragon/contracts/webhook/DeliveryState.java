package pl.paragon.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a delivery is. */
public enum DeliveryState {
    /** It will be tried, for the first time or again. */
    PENDING,
    /** The receiver answered with 2xx. */
    DELIVERED,
    /** It is not tried any more, unless it is replayed. */
    GIVEN_UP;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static DeliveryState of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
