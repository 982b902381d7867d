package pl.paragon.chaos.audit;

import java.util.Optional;

/**
 * A rule does not hold.
 *
 * @param job whose; empty if it is nobody's
 * @param file as its client named it, or what else it is about
 * @param found what was found, and where
 */
public record Violation(Rule rule, Optional<String> job, String file, String found) {

    @Override
    public String toString() {
        return "%s  %s  %s".formatted(job.orElse("-"), file, found);
    }
}
