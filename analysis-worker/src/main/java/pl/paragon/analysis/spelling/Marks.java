package pl.paragon.analysis.spelling;

import pl.paragon.analysis.lexicon.Folding;

/**
 * Whether a till prints the marks of Polish letters: some know none at all, and others print dots so coarse that the
 * reader is unsure about each. What is sure of the whole print tells about the rest of it.
 */
public enum Marks {
    PRINTED(-1.8),
    UNKNOWN(0),
    LEFT_OUT(4);

    private static final int FEWEST_LETTERS = 80;
    private static final double SOME = 0.01;

    private final double cost;

    Marks(double cost) {
        this.cost = cost;
    }

    /** By the names of the receipt as they were read. */
    public static Marks of(String names) {
        long letters = names.chars().filter(Character::isLetter).count();
        long marked = names.chars().filter(c -> isMarked((char) c)).count();
        if (marked > SOME * letters) {
            return PRINTED;
        }
        return marked == 0 && letters >= FEWEST_LETTERS ? LEFT_OUT : UNKNOWN;
    }

    /** What a marked letter costs more than the same without its mark. */
    double cost(String character) {
        return character.length() == 1 && isMarked(character.charAt(0)) ? cost : 0;
    }

    private static boolean isMarked(char c) {
        return Character.isLetter(c)
                && c > 127
                && Folding.fold(String.valueOf(c)).charAt(0) < 128;
    }
}
