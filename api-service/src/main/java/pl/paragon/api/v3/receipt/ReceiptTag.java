package pl.paragon.api.v3.receipt;

import jakarta.ws.rs.core.EntityTag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.contracts.saved.SavedReceipt;

/** The entity tag of a saved receipt: another one for each revision. */
public final class ReceiptTag {

    /** For {@code @HeaderParam}. */
    public static final String CONDITION = "If-Match";

    private static final String ANY = "*";
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");

    private ReceiptTag() {}

    public static EntityTag of(SavedReceipt receipt) {
        return new EntityTag(
                receipt.revision() == 0
                        ? receipt.receiptId().toString()
                        : receipt.receiptId() + "." + receipt.revision());
    }

    /**
     * Whether a client means this revision. Our tags have no commas, so a list of them may be split at each.
     *
     * @param condition all {@code If-Match} headers; weak tags match nothing (RFC 9110, 13.1.1)
     */
    static boolean isMeant(List<String> condition, SavedReceipt receipt) {
        String tag = "\"" + of(receipt).getValue() + "\"";
        return condition.stream()
                .map(String::strip)
                .flatMap(SEPARATOR::splitAsStream)
                .anyMatch(one -> one.equals(ANY) || one.equals(tag));
    }

    /** Ends the request with 412 if the client means another revision. @param id of the receipt's job */
    public static void requireMeant(List<String> condition, String id, SavedReceipt receipt) {
        if (!isMeant(condition, receipt)) {
            throw outdated(id);
        }
    }

    /**
     * The same, and which revision must still be there when it is dealt with; empty if a client means any.
     *
     * @param id of the receipt's job
     */
    public static Optional<Integer> meant(List<String> condition, String id, SavedReceipt receipt) {
        requireMeant(condition, id, receipt);
        return condition.stream().map(String::strip).anyMatch(ANY::equals)
                ? Optional.empty()
                : Optional.of(receipt.revision());
    }

    public static ApiException outdated(String id) {
        return ApiException.of(ErrorBody.of(
                ApiError.PRECONDITION_FAILED, "The receipt has been corrected meanwhile", Map.of("job_id", id)));
    }
}
