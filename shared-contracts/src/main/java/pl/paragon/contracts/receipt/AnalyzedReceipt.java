package pl.paragon.contracts.receipt;

import java.util.Objects;

/**
 * All that is known of one receipt: the document {@code analysis.json} in the file store. What is saved and what
 * clients are shown are both made of it; events carry only its claim check.
 *
 * @param ocrText the recognised text for people, one printed line per line
 * @param recognition how the text was recognised
 */
public record AnalyzedReceipt(String ocrText, Recognition recognition, ReceiptAnalysis analysis) {

    /** Its name among the job's files. A job has one: the first stands. */
    public static final String DOCUMENT = "analysis.json";

    public AnalyzedReceipt {
        Objects.requireNonNull(ocrText, "ocr_text is missing");
        Objects.requireNonNull(recognition, "recognition is missing");
        Objects.requireNonNull(analysis, "analysis is missing");
    }
}
