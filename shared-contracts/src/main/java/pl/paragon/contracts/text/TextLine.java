package pl.paragon.contracts.text;

import java.util.List;
import java.util.Objects;

/**
 * A piece of print that a reader found and read as one: usually a printed line, sometimes one column of it (joining
 * pieces to printed lines is the grammar's business).
 *
 * @param quad where it stands
 * @param text the most probable reading
 * @param confidence mean over its characters, 0–1; 1 for a text layer
 * @param words its words with their boxes; may be empty if the reader gives none
 * @param symbols its characters with their alternatives, in reading order; may be empty if the reader gives none
 * @param witnesses what other readers saw here
 */
public record TextLine(
        Quad quad, String text, double confidence, List<Word> words, List<Symbol> symbols, List<Witness> witnesses) {

    public TextLine {
        Objects.requireNonNull(quad, "a line needs its place");
        Objects.requireNonNull(text, "a line needs its text");
        words = words == null ? List.of() : List.copyOf(words);
        symbols = symbols == null ? List.of() : List.copyOf(symbols);
        witnesses = witnesses == null ? List.of() : List.copyOf(witnesses);
    }
}
