package pl.paragon.ocr.tworeaders;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.ocr.line.LineReading;

/**
 * Which lines the witness is asked about: those with a character of which the first reader is unsure, the least sure
 * first, and only a few, because the witness is slow.
 */
final class Doubts {

    private static final double SURE_OF_A_CHARACTER = 0.6;
    /** The witness reads by context, which shorter pieces lack. */
    private static final int SHORTEST = 4;
    /** Below this it is no print, or beyond any reader. */
    private static final double HOPELESS = 0.5;

    private static final int MOST = 8;

    private Doubts() {}

    /** The indexes of the lines in doubt. */
    static Set<Integer> among(List<LineReading> readings) {
        return IntStream.range(0, readings.size())
                .filter(i -> isInDoubt(readings.get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> readings.get(i).confidence()))
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    private static boolean isInDoubt(LineReading reading) {
        return reading.text().length() >= SHORTEST
                && reading.confidence() > HOPELESS
                && reading.symbols().stream().anyMatch(Doubts::isInDoubt);
    }

    private static boolean isInDoubt(Symbol symbol) {
        return symbol.candidates().getFirst().p() < SURE_OF_A_CHARACTER;
    }
}
