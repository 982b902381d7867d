package pl.paragon.ocr.reading;

import java.util.Locale;

/** What is done to a page, one after the other. */
public enum ReadingStep {
    DECODE,
    DETECT,
    /** At half their width. */
    READ_NARROW,
    READ_FULL,
    /** Tesseract, about doubtful lines. */
    WITNESS;

    /** In metrics and traces. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
