package pl.paragon.contracts.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import pl.paragon.contracts.wire.Shortened;

/**
 * Why a job, or one attempt at it, failed. Clients read it, and every event about the failure carries it, so it is
 * short and holds nothing but our own words: an exception's text names paths, addresses and SQL, and belongs in the
 * log.
 *
 * @param code what went wrong
 * @param message the sentence for people, in Polish
 * @param details what a machine can use (sizes, limits, counts); may be empty. The keys {@code cause} and
 *     {@code exception} are dropped, values are shortened, and entries beyond {@value #DETAILS_BYTES} bytes are left
 *     out
 */
public record JobError(ErrorCode code, String message, Map<String, String> details) {

    static final int MESSAGE_BYTES = 256;
    static final int DETAILS_BYTES = 384;
    static final int VALUE_BYTES = 128;

    private static final Set<String> FOR_THE_LOG = Set.of("cause", "exception");

    /** {@code "":"",} around a key and its value. */
    private static final int PUNCTUATION = 6;

    public JobError {
        Objects.requireNonNull(code, "an error needs a code");
        message = Shortened.to(MESSAGE_BYTES, message == null ? code.message() : message);
        details = details == null ? Map.of() : bounded(details);
    }

    public static JobError of(ErrorCode code) {
        return new JobError(code, code.message(), Map.of());
    }

    public static JobError of(ErrorCode code, Map<String, String> details) {
        return new JobError(code, code.message(), details);
    }

    /** In the keys' order, so that the same entries are left out whenever the same error is read again. */
    private static Map<String, String> bounded(Map<String, String> details) {
        Map<String, String> kept = new LinkedHashMap<>();
        int bytes = 0;
        for (Map.Entry<String, String> detail : new TreeMap<>(details).entrySet()) {
            if (FOR_THE_LOG.contains(detail.getKey())) {
                continue;
            }
            String value = Shortened.to(VALUE_BYTES, detail.getValue());
            bytes += Shortened.size(detail.getKey()) + Shortened.size(value) + PUNCTUATION;
            if (bytes > DETAILS_BYTES) {
                break;
            }
            kept.put(detail.getKey(), value);
        }
        return Map.copyOf(kept);
    }
}
