package pl.paragon.chaos;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run is made of; everything that is done and sent follows from it.
 *
 * @param jobs how many files are sent
 * @param seed of the files, the moments of cancels, and the mischief
 * @param time how long the load and the mischief last
 * @param replicas how many instances of each service there are, with the stack's own
 * @param without a protection that is switched off
 */
public record ChaosPlan(int jobs, long seed, Duration time, int replicas, Optional<Protection> without) {

    public ChaosPlan {
        if (jobs < 1 || replicas < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("jobs, replicas and minutes must be greater than 0");
        }
    }
}
