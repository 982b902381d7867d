package pl.paragon.worker.crew;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import pl.paragon.contracts.event.WorkerHeartbeat;

/**
 * The workers that this one hears: a fold of the heartbeats. Thread-safe.
 *
 * <p>Silence proves a death only while one would hear a sign of life. This worker's own heartbeats, which come back
 * from the broker like everybody's, show that it does: as long as they are missing, nobody is called dead.
 */
public final class Crew {

    /** Far beyond any judgement of who is alive; keeps the fold from growing with every restart. */
    private static final int REMEMBERED_SILENCES = 40;

    private final Incarnation self;
    private final Duration silence;
    private final Clock clock;
    private final Map<String, Sign> signs = new HashMap<>();
    private Instant listeningSince = Instant.MAX;
    private Instant lastHeardSelf = Instant.MIN;

    /**
     * @param heard by this worker's clock: another machine's may be wrong
     * @param last it shuts down and has finished its jobs: nothing comes after this
     */
    private record Sign(Instant heard, boolean last) {}

    /** @param silence after how long without a heartbeat a worker is dead */
    public Crew(Incarnation self, Duration silence, Clock clock) {
        this.self = self;
        this.silence = silence;
        this.clock = clock;
    }

    public Incarnation self() {
        return self;
    }

    synchronized void heard(WorkerHeartbeat heartbeat) {
        Instant now = clock.instant();
        boolean last = heartbeat.condition() == WorkerHeartbeat.Condition.LEAVING && heartbeat.activeJobs() == 0;
        signs.put(heartbeat.workerId(), new Sign(now, last));
        signs.values().removeIf(sign -> sign.heard().isBefore(now.minus(silence.multipliedBy(REMEMBERED_SILENCES))));
        if (heartbeat.workerId().equals(self.id())) {
            if (!hearsItself(now)) {
                listeningSince = now;
            }
            lastHeardSelf = now;
        }
    }

    /** Whether a worker lives. Of this worker itself, it does. */
    public synchronized Life of(Incarnation worker) {
        if (worker.equals(self)) {
            return Life.ALIVE;
        }
        Instant now = clock.instant();
        Sign sign = signs.get(worker.id());
        if (sign != null && sign.last()) {
            return Life.DEAD;
        }
        if (sign != null && sign.heard().plus(silence).isAfter(now)) {
            return Life.ALIVE;
        }
        boolean wouldHaveHeard =
                hearsItself(now) && !listeningSince.plus(silence).isAfter(now);
        return wouldHaveHeard ? Life.DEAD : Life.UNKNOWN;
    }

    synchronized int remembered() {
        return signs.size();
    }

    /** Within half the silence: whoever fell silent just before the broker went away must not be called dead for it. */
    private boolean hearsItself(Instant now) {
        return lastHeardSelf.plus(silence.dividedBy(2)).isAfter(now);
    }
}
