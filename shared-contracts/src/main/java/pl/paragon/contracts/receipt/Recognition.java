package pl.paragon.contracts.receipt;

/**
 * How a receipt's text was recognised.
 *
 * @param engine the OCR engine's name, e.g. {@code two-readers}
 * @param confidence mean over the lines, 0–1; {@code null} for a PDF's text layer
 * @param receiptKeywords whether the text has words that receipts have (the predecessor's {@code has_receipt_keywords})
 */
public record Recognition(String engine, Double confidence, boolean receiptKeywords) {}
