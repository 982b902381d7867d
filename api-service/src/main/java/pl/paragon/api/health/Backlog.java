package pl.paragon.api.health;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** How the backlog of one consumer group moves, from one look at it to the next. Thread-safe. */
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
     * @param paused whether it stands still on purpose
     */
    synchronized void seen(long finishedNow, long lagNow, boolean paused, Instant now) {
        if (finishedNow != finished || lagNow == 0 || paused) {
            moved = now;
        }
        finished = finishedNow;
        lag = lagNow;
    }

    /** How many records the group has not finished. */
    synchronized long lag() {
        return lag;
    }

    /** The same; empty before the first look. */
    synchronized OptionalLong known() {
        return finished < 0 ? OptionalLong.empty() : OptionalLong.of(lag);
    }

    /**
     * How many records wait although nothing has moved for longer than its patience; 0 if it moves.
     *
     * @param active how many are worked on: a long job is no backlog
     */
    synchronized long stuck(long active, Instant now) {
        boolean still = moved.isBefore(now.minus(patience));
        return still ? Math.max(0, lag - active) : 0;
    }
}
