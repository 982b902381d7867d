package pl.paragon.api.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import pl.paragon.api.board.FactStore;
import pl.paragon.api.feed.ChangeSignal;
import pl.paragon.api.feed.JobFeed;

/**
 * Whether every submission that was published by now is projected. Only the broker can tell: the projection of a
 * partition may be another gateway's, and if that one cannot write to the store, nothing in the store says so.
 */
final class PublishedSubmissions implements AutoCloseable {

    private final Ends ends;
    private final JobFeed feed;
    private final Duration patience;
    private final Clock clock;

    /** Where the partitions of the submissions end now. */
    interface Ends extends AutoCloseable {
        /** By the partition's name; empty if the broker does not answer. */
        Optional<Map<String, Long>> now();

        @Override
        default void close() {}
    }

    /** How far the projection is. */
    private enum Progress {
        REACHED,
        BEHIND,
        /** It is not well, so it need not be waited for. */
        STUCK
    }

    /**
     * @param feed signals whatever any gateway has projected
     * @param patience for a projection that is only moments behind
     */
    PublishedSubmissions(Ends ends, JobFeed feed, Duration patience, Clock clock) {
        this.ends = ends;
        this.feed = feed;
        this.patience = patience;
        this.clock = clock;
    }

    /** @param covers whether the projection is well besides, so that it is worth waiting for */
    boolean areReached(Supplier<FactStore.Coverage> coverage, Predicate<FactStore.Coverage> covers) {
        Optional<Map<String, Long>> published = ends.now();
        if (published.isEmpty()) {
            return false;
        }
        Supplier<Progress> look = () -> progress(coverage.get(), covers, published.get());
        Progress first = look.get();
        if (first != Progress.BEHIND || patience.isZero()) {
            return first == Progress.REACHED;
        }
        try {
            return awaited(look) == Progress.REACHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Progress progress(
            FactStore.Coverage reached, Predicate<FactStore.Coverage> covers, Map<String, Long> published) {
        if (!covers.test(reached)) {
            return Progress.STUCK;
        }
        Map<String, Long> positions = reached.positions();
        return published.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())
                ? Progress.REACHED
                : Progress.BEHIND;
    }

    private Progress awaited(Supplier<Progress> look) throws InterruptedException {
        Optional<ChangeSignal> watching = ChangeSignal.ofAny(feed);
        if (watching.isEmpty()) {
            return Progress.BEHIND;
        }
        try (ChangeSignal changes = watching.get()) {
            Instant deadline = clock.instant().plus(patience);
            // Look again: what was projected between the first look and the watch was signalled to nobody.
            Progress latest = look.get();
            while (latest == Progress.BEHIND && clock.instant().isBefore(deadline)) {
                changes.await(Duration.between(clock.instant(), deadline));
                latest = look.get();
            }
            return latest;
        }
    }

    @Override
    public void close() {
        ends.close();
    }
}
