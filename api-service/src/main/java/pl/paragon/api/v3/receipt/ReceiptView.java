package pl.paragon.api.v3.receipt;

import java.time.Instant;
import java.util.UUID;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.v3.result.AnalysisView;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.saved.SavedReceipt;

/**
 * {@code data} of one saved receipt.
 *
 * @param revision how often it was corrected
 * @param ocrText the recognised text
 * @param analysis in the same words as in a finished job's {@code result}
 */
public record ReceiptView(
        JobId jobId,
        UUID receiptId,
        String filename,
        String mediaType,
        long fileSize,
        String userId,
        Instant submittedAt,
        Instant savedAt,
        int revision,
        String ocrText,
        AnalysisView analysis) {

    public static ReceiptView of(SavedReceipt receipt) {
        Submission submission = receipt.submission();
        return new ReceiptView(
                receipt.jobId(),
                receipt.receiptId(),
                submission.filename(),
                submission.file().mediaType(),
                submission.file().size(),
                submission.userId(),
                WireTime.of(submission.submittedAt()),
                WireTime.of(receipt.savedAt()),
                receipt.revision(),
                receipt.document().ocrText(),
                AnalysisView.of(receipt.document().analysis()));
    }
}
