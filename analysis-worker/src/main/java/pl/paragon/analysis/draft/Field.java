package pl.paragon.analysis.draft;

import pl.paragon.analysis.rows.Trace;

/**
 * A value of the head with its place.
 *
 * @param repaired what proves that it is not what was recognised, in words; {@code null} if it is
 */
public record Field<T>(T value, Trace trace, String repaired) {

    public static <T> Field<T> of(T value, Trace trace) {
        return new Field<>(value, trace, null);
    }
}
