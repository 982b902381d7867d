package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.receipt.ReceiptAnalysis;

/**
 * A receipt was analysed and reconciled: what is to be saved and shown.
 *
 * @param ocrText the recognised text, a printed line a line, for people
 * @param reading how the text was read
 */
public record ReceiptAnalyzed(
        JobId jobId,
        Instant occurredAt,
        Submission submission,
        Instant workStartedAt,
        String ocrText,
        Reading reading,
        ReceiptAnalysis analysis)
        implements StageInput {

    /**
     * @param engine the OCR engine's name, e.g. {@code tesseract}
     * @param confidence mean over the lines, 0–1; {@code null} for a PDF's text layer
     * @param receiptKeywords whether words that stand on receipts were found (the predecessor's {@code has_receipt_keywords})
     */
    public record Reading(String engine, Double confidence, boolean receiptKeywords) {}

    public ReceiptAnalyzed {
        Objects.requireNonNull(jobId, "job_id is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        Objects.requireNonNull(submission, "submission is missing");
        Objects.requireNonNull(workStartedAt, "work_started_at is missing");
        Objects.requireNonNull(ocrText, "ocr_text is missing");
        Objects.requireNonNull(reading, "reading is missing");
        Objects.requireNonNull(analysis, "analysis is missing");
    }

    @Override
    public Stage consumer() {
        return Stage.PERSISTENCE;
    }

    @Override
    public Optional<Instant> workBegan() {
        return Optional.of(workStartedAt);
    }
}
