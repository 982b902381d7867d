package pl.paragon.api.status;

import java.util.Comparator;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/**
 * How far a job has come: stages in order, attempts within a stage, steps within an attempt, and last the attempt's
 * failure.
 *
 * @param phase the step's ordinal, or one after them all for a failed attempt
 */
public record Position(Stage stage, int attempt, int phase) implements Comparable<Position> {

    private static final int FAILED_ATTEMPT = Integer.MAX_VALUE;

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::stage)
            .thenComparing(Position::attempt)
            .thenComparing(Position::phase);

    static Position of(Step step, int attempt) {
        return new Position(step.stage(), attempt, step.ordinal());
    }

    static Position ofFailedAttempt(Stage stage, int attempt) {
        return new Position(stage, attempt, FAILED_ATTEMPT);
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
