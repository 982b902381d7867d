package pl.paragon.api.v3.receipt.export;

import java.util.Locale;

/** What receipts are exported as. */
public enum ExportFormat {
    /** A row for each line of goods. */
    CSV("text/csv; charset=utf-8"),
    /** A receipt on each line, as it is shown by itself. */
    JSONL("application/x-ndjson"),
    /** Both of these, and the pictures. */
    ZIP("application/zip");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Of a file's name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }
}
