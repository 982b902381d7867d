package pl.paragon.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an attempt to deliver a message failed. */
public enum AttemptFault {
    /** The URL may not be called: its host has an address that is not public, for one. */
    ADDRESS_REFUSED,
    /** The host has no address. */
    HOST_UNKNOWN,
    NOT_CONNECTED,
    /** No agreement on TLS: the certificate is not that of the host, for one. */
    TLS,
    /** The receiver took too long to answer. */
    TIMED_OUT,
    /** The connection broke off, or what came was no HTTP. */
    BROKEN_OFF,
    /** The answer was neither 2xx nor 410. Redirects are not followed. */
    STATUS,
    /** The answer was 410: the receiver wants no more messages. */
    GONE;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static AttemptFault of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
