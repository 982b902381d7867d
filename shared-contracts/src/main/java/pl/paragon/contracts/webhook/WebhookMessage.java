package pl.paragon.contracts.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * The body that receivers get, in the shape that Standard Webhooks recommends.
 *
 * @param timestamp when the job ended
 */
public record WebhookMessage(WebhookEvent type, Instant timestamp, Job data) {

    /**
     * The job that ended.
     *
     * @param status as the API shows it from then on
     * @param statusUrl where the whole result is, below the gateway's address
     * @param receipt of a job that succeeded, as long as its receipt is kept
     * @param error of a job that failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Job(JobId jobId, String status, String statusUrl, Receipt receipt, Failure error) {}

    /** The receipt in short; what is not readable is {@code null}. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Receipt(String storeName, LocalDate date, Money totalAmount, String currency, Verdict verdict) {}

    /** @param message a sentence for people */
    public record Failure(ErrorCode code, String message) {}
}
