package pl.paragon.analysis.rows;

import pl.paragon.contracts.receipt.Source;
import pl.paragon.contracts.text.Box;

/**
 * Where something stands.
 *
 * @param row its number in the text for people, from 1
 * @param text as recognised
 * @param confidence 0–1
 */
public record Trace(int row, int page, Box box, String text, double confidence) {

    public static Trace of(Row row) {
        return of(row, 0, row.text().length());
    }

    public static Trace of(Row row, int start, int end) {
        return new Trace(
                row.number(),
                row.page(),
                row.box(start, end),
                row.text().substring(start, end),
                row.confidence(start, end));
    }

    public Source source() {
        return source(null);
    }

    /** @param repaired the equation that proves the repair of what was recognised, in words, or {@code null} */
    public Source source(String repaired) {
        return new Source(page, box, text, Math.round(confidence * 1000) / 1000.0, repaired);
    }
}
