package pl.paragon.ocr.tworeaders;

import pl.paragon.ocr.line.LineReading;

/**
 * Whether a piece is print at all. Mirrored print that shines through from the back, folds, stamps and edges of the
 * paper are found as lines too; the recogniser's confidence in them is low.
 */
final class Legibility {

    private static final double LOWEST = 0.5;

    private Legibility() {}

    static boolean isPrint(LineReading reading) {
        return !reading.text().isBlank() && reading.confidence() >= LOWEST;
    }
}
