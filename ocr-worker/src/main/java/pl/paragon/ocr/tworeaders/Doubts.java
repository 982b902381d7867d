package pl.paragon.ocr.tworeaders;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pl.paragon.contracts.text.Symbol;

/** Which lines the witness is asked about: those where the first reader is not sure of a character, the least sure first, and only so many, for the witness is slow. */
final class Doubts {

    private static final double SURE_OF_A_CHARACTER = 0.6;
    /** Shorter pieces tell the witness nothing: it lives by context. */
    private static final int SHORTEST = 4;
    /** Worse than this is not print, or no reader's to read. */
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
