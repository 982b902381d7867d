package pl.paragon.ocr.line;

import java.util.List;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.Witness;

/**
 * What the recogniser sees in a line.
 *
 * @param text the most probable reading
 * @param confidence mean over its characters, 0–1; 0 where there is none
 * @param symbols its characters with what else they may be, and places where a character may have been missed
 * @param witnesses what other looks at the same line saw
 */
public record LineReading(String text, double confidence, List<Symbol> symbols, List<Witness> witnesses) {

    public LineReading(String text, double confidence, List<Symbol> symbols) {
        this(text, confidence, symbols, List.of());
    }

    public LineReading with(Witness witness) {
        return new LineReading(text, confidence, symbols, List.of(witness));
    }
}
