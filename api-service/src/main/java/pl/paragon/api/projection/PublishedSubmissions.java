package pl.paragon.api.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pl.paragon.api.board.FactStore;

/**
 * Whether every submission that was published by now is projected. Only the broker can tell: the projection of a
 * partition may be another gateway's, and if that one cannot write to the store, nothing in the store says so.
 */
final class PublishedSubmissions implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Ends ends;
    private final Duration patience;
    private final Clock clock;

    /** Where the partitions of the submissions end now. */
    interface Ends extends AutoCloseable {
        /** By the partition's name; empty if the broker does not answer. */
        Optional<Map<String, Long>> now();

        @Override
        default void close() {}
    }

    /** @param patience for a projection that is only moments behind */
    PublishedSubmissions(Ends ends, Duration patience, Clock clock) {
        this.ends = ends;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param covers whether the projection is well besides, so that it is worth waiting for */
    boolean areReached(Supplier<FactStore.Coverage> coverage, Predicate<FactStore.Coverage> covers) {
        Optional<Map<String, Long>> published = ends.now();
        if (published.isEmpty()) {
            return false;
        }
        Instant deadline = clock.instant().plus(patience);
        FactStore.Coverage reached = coverage.get();
        while (covers.test(reached)) {
            Map<String, Long> positions = reached.positions();
            if (published.get().entrySet().stream()
                    .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                return true;
            }
            if (!clock.instant().isBefore(deadline) || !paused()) {
                return false;
            }
            reached = coverage.get();
        }
        return false;
    }

    private static boolean paused() {
        try {
            Thread.sleep(GLANCE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        ends.close();
    }
}
