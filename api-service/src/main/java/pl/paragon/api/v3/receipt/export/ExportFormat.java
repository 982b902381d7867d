package pl.paragon.api.v3.receipt.export;

/** What receipts are exported as. */
public enum ExportFormat {
    /** A row for each line of goods. */
    CSV("csv", "text/csv; charset=utf-8"),
    /** A receipt on each line, as it is shown by itself. */
    JSONL("jsonl", "application/x-ndjson"),
    /** Both of these, and the pictures. */
    ZIP("zip", "application/zip"),
    /** An array of transactions for Actual Budget. */
    ACTUAL("json", "application/json"),
    /** On each line a body for Firefly III. */
    FIREFLY("jsonl", "application/x-ndjson");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Of a file's name. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
