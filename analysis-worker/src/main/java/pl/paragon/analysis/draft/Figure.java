package pl.paragon.analysis.draft;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A printed number with all that it may be.
 *
 * @param readings the most probable first, at least one
 * @param trace where it stands
 */
public record Figure(List<Reading> readings, Trace trace) {

    public Figure {
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a reading");
        }
        readings = List.copyOf(readings);
    }

    /** What was read. */
    public long value() {
        return readings.getFirst().value();
    }

    /** The cost of taking it for this value; empty where it cannot be that. */
    public OptionalDouble cost(long value) {
        return readings.stream()
                .filter(r -> r.value() == value)
                .mapToDouble(Reading::cost)
                .min();
    }

    public Figure negated() {
        return new Figure(
                readings.stream().map(r -> new Reading(-r.value(), r.cost())).toList(), trace);
    }
}
