package pl.paragon.benchmarks.hostile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long receipts took from their upload to the end of their job. Safe for use by several threads. */
final class Waits {

    private final List<Duration> all = new ArrayList<>();
    private int failed;

    synchronized void read(Duration waited) {
        all.add(waited);
    }

    /** A receipt that was not read; how long that took says nothing. */
    synchronized void failed() {
        failed++;
    }

    synchronized int failures() {
        return failed;
    }

    synchronized Duration median() {
        List<Duration> sorted = all.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    synchronized Duration longest() {
        return all.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
