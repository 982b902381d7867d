package pl.paragon.ocr.tworeaders;

import pl.paragon.contracts.text.Candidate;
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

    private static final double SURE_OF_A_LINE = 0.97;
    private static final double SURE_OF_A_CHARACTER = 0.7;
    /** A letter that is wrong is seen by its word; a digit that is wrong is another amount, or another day. */
    private static final double SURE_OF_A_NUMBER = 0.95;

    private static final String IN_NUMBERS = "0123456789.,-:/";

    private SecondLook() {}

    static boolean isNeeded(LineReading narrow) {
        return narrow.confidence() < SURE_OF_A_LINE || narrow.symbols().stream().anyMatch(SecondLook::isInDoubt);
    }

    private static boolean isInDoubt(Symbol symbol) {
        Candidate best = symbol.candidates().getFirst();
        boolean inANumber = !best.text().isEmpty() && IN_NUMBERS.contains(best.text());
        return best.p() < (inANumber ? SURE_OF_A_NUMBER : SURE_OF_A_CHARACTER);
    }

    static LineReading merged(LineReading narrow, LineReading full) {
        return narrow.text().isBlank() ? full : full.with(new Witness(NARROW, narrow.text(), narrow.confidence()));
    }
}
