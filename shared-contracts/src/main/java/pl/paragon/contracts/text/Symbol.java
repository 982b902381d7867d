package pl.paragon.contracts.text;

import java.util.List;

/**
 * One character of a line, with what else it may be.
 *
 * @param at where its middle stands along the line, 0 (left end) to 1 (right end)
 * @param candidates at least one, the most probable first
 */
public record Symbol(double at, List<Candidate> candidates) {

    public Symbol {
        if (candidates == null || candidates.isEmpty()) {
            throw new IllegalArgumentException("a symbol needs a candidate");
        }
        candidates = List.copyOf(candidates);
    }
}
