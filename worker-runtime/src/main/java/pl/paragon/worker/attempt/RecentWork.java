package pl.paragon.worker.attempt;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.event.WorkDurations;

/** The durations of the latest attempts that succeeded. Thread-safe. */
public final class RecentWork {

    /** Enough for a tenth, few enough to follow a change of what is sent within minutes. */
    private static final int WINDOW = 100;

    private final Deque<Duration> latest = new ArrayDeque<>();

    public synchronized void took(Duration duration) {
        if (latest.size() == WINDOW) {
            latest.removeFirst();
        }
        latest.addLast(duration);
    }

    /** Empty until the first attempt has succeeded. */
    public synchronized Optional<WorkDurations> durations() {
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = latest.stream().sorted().toList();
        Duration all = sorted.stream().reduce(Duration.ZERO, Duration::plus);
        return Optional.of(
                new WorkDurations(all.dividedBy(sorted.size()), tenth(1, sorted), tenth(5, sorted), tenth(9, sorted)));
    }

    /** The smallest of them that so many tenths do not exceed. */
    private static Duration tenth(int tenths, List<Duration> sorted) {
        return sorted.get((sorted.size() * tenths + 9) / 10 - 1);
    }
}
