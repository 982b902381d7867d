package pl.paragon.analysis.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import pl.paragon.analysis.rows.Trace;

/**
 * A printed number with all that it may be.
 *
 * @param alternatives the most probable first, at least one
 * @param trace where it stands
 */
public record Figure(List<Alternative> alternatives, Trace trace) {

    public Figure {
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a reading");
        }
        alternatives = List.copyOf(alternatives);
    }

    /** What was read. */
    public long value() {
        return alternatives.getFirst().value();
    }

    /** Whether it can be nothing but what was read. */
    public boolean isCertain() {
        return alternatives.size() == 1;
    }

    /** The cost of taking it for this value; empty if it cannot be that. */
    public OptionalDouble cost(long value) {
        return alternatives.stream()
                .filter(r -> r.value() == value)
                .mapToDouble(Alternative::cost)
                .min();
    }

    /** The cost of each value that it may be. */
    public Map<Long, Double> costs() {
        Map<Long, Double> costs = new HashMap<>();
        alternatives.forEach(r -> costs.merge(r.value(), r.cost(), Math::min));
        return costs;
    }

    public Figure negated() {
        return new Figure(
                alternatives.stream()
                        .map(r -> new Alternative(-r.value(), r.cost()))
                        .toList(),
                trace);
    }
}
