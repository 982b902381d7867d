package pl.paragon.runtime.pause;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;

/** Which stages are paused, as far as this process knows. Thread-safe. */
@Singleton
public final class StagePauses {

    private final Clock clock;
    private Map<Stage, StagePaused> latest = Map.of();
    private boolean known;

    /** As long as nothing is known, every stage is on {@link #hold}. */
    public StagePauses(Clock clock) {
        this.clock = clock;
    }

    /** The pauses that last; those that this process has not heard of yet are absent. */
    public synchronized Map<Stage, StagePaused> lasting() {
        Instant now = clock.instant();
        Map<Stage, StagePaused> lasting = new EnumMap<>(Stage.class);
        latest.forEach((stage, pause) -> {
            if (pause.lasts(now)) {
                lasting.put(stage, pause);
            }
        });
        return lasting;
    }

    public Optional<StagePaused> of(Stage stage) {
        return Optional.ofNullable(lasting().get(stage));
    }

    /** Whether the stage must not begin a job: it is paused, or this process has yet to find out whether it is. */
    public synchronized boolean hold(Stage stage) {
        return !known || (latest.containsKey(stage) && latest.get(stage).lasts(clock.instant()));
    }

    /**
     * Waits until this process knows of a pause, or of a later one of the same stage.
     *
     * @return whether it does
     */
    public synchronized boolean awaitKnown(StagePaused pause, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!knows(pause)) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private boolean knows(StagePaused pause) {
        StagePaused newest = latest.get(pause.stage());
        return newest != null && !newest.occurredAt().isBefore(pause.occurredAt());
    }

    /** @param latest what was last said of each stage, up to the topic's end */
    public synchronized void become(Map<Stage, StagePaused> latest) {
        this.latest = Map.copyOf(latest);
        this.known = true;
        notifyAll();
    }
}
