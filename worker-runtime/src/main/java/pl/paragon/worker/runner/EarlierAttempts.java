package pl.paragon.worker.runner;

import java.time.Duration;
import pl.paragon.contracts.event.RetryScheduled;

/**
 * What a stage's earlier attempts at a job amount to.
 *
 * @param count how many failed
 * @param workSpent how long they worked, without any waiting
 */
record EarlierAttempts(int count, Duration workSpent) {

    static final EarlierAttempts NONE = new EarlierAttempts(0, Duration.ZERO);

    static EarlierAttempts of(RetryScheduled retry) {
        return new EarlierAttempts(retry.attempt(), retry.workSpent());
    }
}
