package pl.paragon.contracts.event;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a stage worked on each of its recent jobs that it finished, without any waiting.
 *
 * @param mean what capacity is planned with
 * @param low a tenth of the jobs took at most this
 * @param typical half of them took at most this
 * @param high nine tenths took at most this
 */
public record WorkDurations(Duration mean, Duration low, Duration typical, Duration high) {

    public WorkDurations {
        Objects.requireNonNull(mean, "mean is missing");
        Objects.requireNonNull(low, "low is missing");
        Objects.requireNonNull(typical, "typical is missing");
        Objects.requireNonNull(high, "high is missing");
        if (low.isNegative() || low.compareTo(typical) > 0 || typical.compareTo(high) > 0) {
            throw new IllegalArgumentException("not in order: " + low + ", " + typical + ", " + high);
        }
    }
}
