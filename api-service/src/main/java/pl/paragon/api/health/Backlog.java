package pl.paragon.api.health;

import java.time.Duration;
import java.time.Instant;

/** How the backlog of one consumer group moves, from one look at it to the next. */
final class Backlog {

    private final Duration patience;
    private long finished = -1;
    private long lag;
    private Instant moved = Instant.MAX;

    /** @param patience how long it may stand still */
    Backlog(Duration patience) {
        this.patience = patience;
    }

    /**
     * @param finishedNow how many records the group has finished, by its committed offsets
     * @param lagNow how many it has not
     */
    void seen(long finishedNow, long lagNow, Instant now) {
        if (finishedNow != finished || lagNow == 0) {
            moved = now;
        }
        finished = finishedNow;
        lag = lagNow;
    }

    /**
     * How many records wait although nothing has moved for longer than its patience; 0 if it moves.
     *
     * @param active how many are worked on: a long job is no backlog
     */
    long stuck(long active, Instant now) {
        boolean still = moved.isBefore(now.minus(patience));
        return still ? Math.max(0, lag - active) : 0;
    }
}
