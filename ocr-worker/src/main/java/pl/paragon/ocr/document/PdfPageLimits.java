package pl.paragon.ocr.document;

/**
 * What a single page may hold.
 *
 * @param characters in its text layer
 * @param elongation how many times as long as wide it may be to be drawn
 */
public record PdfPageLimits(int characters, int elongation) {}
