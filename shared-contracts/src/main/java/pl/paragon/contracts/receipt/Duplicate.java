package pl.paragon.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.UUID;
import pl.paragon.contracts.job.JobId;

/**
 * Another receipt of the same submitter that may be the same purchase.
 *
 * @param jobId of the other receipt
 * @param receiptId of the other receipt
 */
public record Duplicate(Kind kind, JobId jobId, UUID receiptId) {

    /** The most that are told of one receipt, the surest first. */
    public static final int MOST = 5;

    public Duplicate {
        Objects.requireNonNull(kind, "kind is missing");
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(receiptId, "receipt_id is missing");
    }

    /** Why, the surest first. */
    public enum Kind {
        /** The very bytes were uploaded before. */
        @JsonProperty("same_file")
        SAME_FILE,
        /** Another picture of the same receipt: seller, number, date and total are the same, or nearly all prices. */
        @JsonProperty("same_receipt")
        SAME_RECEIPT,
        /** Perhaps: the same shop, date and total. */
        @JsonProperty("same_purchase")
        SAME_PURCHASE
    }
}
