package pl.paragon.worker.attempt;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an attempt may work: the stage's limits less what earlier attempts of the stage used. They bound work, never
 * waiting: the time in a queue, in pauses and between retries is nobody's fault and counts for nothing.
 *
 * @param began when this attempt began
 * @param before what earlier attempts of this stage worked
 * @param soft after this much work in all, the job is told to stop
 * @param hard after this much work in all, the job is given up, even if native code does not return
 */
public record WorkTime(Instant began, Duration before, Duration soft, Duration hard) {

    Instant softDeadline() {
        return began.plus(soft.minus(before));
    }

    Instant hardDeadline() {
        return began.plus(hard.minus(before));
    }
}
