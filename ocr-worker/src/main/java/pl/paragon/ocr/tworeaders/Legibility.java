package pl.paragon.ocr.tworeaders;

/**
 * Whether a piece is print at all. Print that shines through from the back is seen in the mirror, and folds, stamps and edges of the paper are found as lines too: the recogniser believes
 * in none of them.
 */
final class Legibility {

    private static final double LOWEST = 0.5;

    private Legibility() {}

    static boolean isPrint(LineReading reading) {
        return !reading.text().isBlank() && reading.confidence() >= LOWEST;
    }
}
