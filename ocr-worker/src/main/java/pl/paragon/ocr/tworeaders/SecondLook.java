package pl.paragon.ocr.tworeaders;

import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.Witness;
import pl.paragon.ocr.line.LineReading;

/**
 * Which lines are read again at their full width: those of which the narrow reading is not sure as a whole, or in one
 * character. The full reading then counts, and the narrow one is a witness for it: they are read by two networks in
 * pictures of two sizes, and seldom wrong in the same character.
 */
final class SecondLook {

    /** The witness's name. */
    static final String NARROW = "narrow";

    private static final double SURE_OF_A_LINE = 0.95;
    private static final double SURE_OF_A_CHARACTER = 0.7;

    private SecondLook() {}

    static boolean isNeeded(LineReading narrow) {
        return narrow.confidence() < SURE_OF_A_LINE || narrow.symbols().stream().anyMatch(SecondLook::isInDoubt);
    }

    private static boolean isInDoubt(Symbol symbol) {
        return symbol.candidates().getFirst().p() < SURE_OF_A_CHARACTER;
    }

    static LineReading merged(LineReading narrow, LineReading full) {
        return narrow.text().isBlank() ? full : full.with(new Witness(NARROW, narrow.text(), narrow.confidence()));
    }
}
