package pl.paragon.persistence.retention;

import java.time.Duration;
import java.time.Instant;

/**
 * The span of time of which the register holds every accepted job.
 *
 * @param since and until: the span is empty if it does not begin before it ends
 */
record Coverage(Instant since, Instant until) {

    static final Coverage NONE = new Coverage(Instant.MAX, Instant.MIN);

    /**
     * Whether a job whose file was stored at this time would be in the register, had it been accepted.
     *
     * @param margin between a file's time and the time at which its job is in the broker: an upload that takes long,
     *     and clocks that disagree
     */
    boolean holds(Instant stored, Duration margin) {
        return since.isBefore(stored.minus(margin)) && until.isAfter(stored.plus(margin));
    }
}
