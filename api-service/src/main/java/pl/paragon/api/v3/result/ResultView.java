package pl.paragon.api.v3.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pl.paragon.api.http.WireTime;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Duplicate;

/**
 * {@code result} of a job that succeeded.
 *
 * @param processingTime when it was finished: the predecessor's name for a time, not a duration
 */
public record ResultView(
        String status,
        JobId taskId,
        String filename,
        Instant processingTime,
        String ocrText,
        AnalysisView analysis,
        Metadata metadata) {

    /**
     * @param fileType {@code image}, {@code pdf}, or {@code text} or {@code json} if the client sent the text or the
     *     receipt itself
     * @param ocrConfidence 0–1; {@code null} for a PDF's text layer
     * @param analysisEngine whose understanding of the text the result is: {@code grammar} or {@code llm};
     *     {@code empty} if nobody's
     * @param processingSeconds from the start of work to the end
     * @param receiptId the saved receipt
     * @param duplicates other receipts that may be the same purchase, as they were when it was saved
     */
    public record Metadata(
            long fileSize,
            String fileType,
            String mediaType,
            Double ocrConfidence,
            String ocrEngine,
            boolean hasReceiptKeywords,
            String analysisEngine,
            String userId,
            Instant submittedAt,
            double processingSeconds,
            UUID receiptId,
            List<Duplicate> duplicates) {}

    public static ResultView of(
            JobId job, Fact.Submitted submission, JobStatus.Succeeded success, AnalyzedReceipt receipt) {
        return new ResultView(
                "SUCCESS",
                job,
                submission.filename(),
                WireTime.of(success.at()),
                receipt.ocrText(),
                AnalysisView.of(receipt.analysis()),
                new Metadata(
                        submission.size(),
                        fileType(submission.mediaType()),
                        submission.mediaType(),
                        receipt.recognition().confidence(),
                        receipt.recognition().engine(),
                        receipt.recognition().receiptKeywords(),
                        receipt.analysis().engine(),
                        submission.userId(),
                        submission.at(),
                        Duration.between(success.result().workStartedAt(), success.at())
                                        .toMillis()
                                / 1000.0,
                        success.saved().receiptId(),
                        success.saved().duplicates()));
    }

    private static String fileType(String mediaType) {
        return switch (mediaType) {
            case "application/pdf" -> "pdf";
            case "text/plain" -> "text";
            case "application/json" -> "json";
            default -> "image";
        };
    }
}
