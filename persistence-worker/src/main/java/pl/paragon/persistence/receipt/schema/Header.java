package pl.paragon.persistence.receipt.schema;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Recognition;
import pl.paragon.contracts.receipt.Store;

/** The columns of a receipt's own row, in groups. */
final class Header {

    private Header() {}

    /** Who submitted it. */
    @Embeddable
    record Owner(String submitter, String userId, Instant submittedAt) {

        static Owner of(Submission submission) {
            return new Owner(submission.submitter(), submission.userId(), submission.submittedAt());
        }

        Submission submission(Upload upload) {
            return new Submission(upload.filename, upload.file(), userId, submitter, submittedAt);
        }
    }

    /** The uploaded file; its bytes are in the file store until their retention ends. */
    @Embeddable
    record Upload(
            String filename,
            String fileKey,
            String fileMediaType,
            long fileSize,

            @Column(name = "file_sha256") String fileSha256) {

        static Upload of(Submission submission) {
            FileReference file = submission.file();
            return new Upload(submission.filename(), file.key(), file.mediaType(), file.size(), file.sha256());
        }

        private FileReference file() {
            return new FileReference(fileKey, fileMediaType, fileSize, fileSha256);
        }
    }

    /** The document that it was saved from, which is in the file store until its retention ends. */
    @Embeddable
    record Analysis(
            Instant workStartedAt,
            Instant analyzedAt,
            String analysisKey,
            long analysisSize,

            @Column(name = "analysis_sha256") String analysisSha256) {

        static Analysis of(ReceiptAnalyzed event) {
            FileReference file = event.analysis();
            return new Analysis(event.workStartedAt(), event.occurredAt(), file.key(), file.size(), file.sha256());
        }
    }

    /** Who sold. */
    @Embeddable
    record Seller(
            String storeName,
            String storeNormalizedName,
            String storeChain,
            String storeType,
            String storeAddress,
            String nip) {

        static Seller of(ReceiptAnalysis analysis) {
            Store store = analysis.store();
            return new Seller(
                    store.name(), store.normalizedName(), store.chain(), store.type(), store.address(), analysis.nip());
        }
    }

    /** What is printed of the receipt as a whole, and what its arithmetic says. */
    @Embeddable
    record Print(
            String receiptNumber,
            LocalDate printedDate,
            LocalTime printedTime,
            String currency,

            @Column(name = "total_grosze") Money total,

            @Column(name = "amount_due_grosze") Money amountDue,

            String verdict) {

        static Print of(ReceiptAnalysis analysis) {
            return new Print(
                    analysis.receiptNumber(),
                    analysis.date(),
                    analysis.time(),
                    analysis.currency(),
                    analysis.totalAmount(),
                    analysis.amountDue(),
                    analysis.verification().verdict().name().toLowerCase(Locale.ROOT));
        }
    }

    /** The recognised text, and how it was recognised. */
    @Embeddable
    record OcrText(String ocrText, String ocrEngine, Double ocrConfidence, boolean receiptKeywords) {

        static OcrText of(AnalyzedReceipt receipt) {
            Recognition recognition = receipt.recognition();
            return new OcrText(
                    receipt.ocrText(), recognition.engine(), recognition.confidence(), recognition.receiptKeywords());
        }

        AnalyzedReceipt with(ReceiptAnalysis analysis) {
            return new AnalyzedReceipt(ocrText, new Recognition(ocrEngine, ocrConfidence, receiptKeywords), analysis);
        }
    }
}
