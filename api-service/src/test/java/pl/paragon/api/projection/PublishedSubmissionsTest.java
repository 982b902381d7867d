package pl.paragon.api.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pl.paragon.api.board.FactStore;
import pl.paragon.api.feed.TestFeed;

/** When a job that the store does not have may be called unknown. */
class PublishedSubmissionsTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Longer than any test takes: whoever is not woken is late. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final TestFeed feed = new TestFeed(1);

    @Test
    void shouldBeReachedIfTheProjectionIsWhereTheBrokerIs() {
        assertThat(submissions(Map.of("receipt-submitted-0", 7L), NO_PATIENCE).areReached(at(7), c -> true))
                .isTrue();
    }

    @Test
    void shouldNotBeReachedIfAnotherGatewayCannotProjectWhatItAccepted() {
        // given: the store is full for the gateway that projects this partition, and well for whoever reads
        PublishedSubmissions submissions = submissions(Map.of("receipt-submitted-0", 8L), NO_PATIENCE);

        // when, then
        assertThat(submissions.areReached(at(7), c -> true)).isFalse();
    }

    @Test
    void shouldNotBeReachedIfAPartitionWasNeverProjected() {
        assertThat(submissions(Map.of("receipt-submitted-1", 1L), NO_PATIENCE).areReached(at(7), c -> true))
                .isFalse();
    }

    @Test
    void shouldWaitForAProjectionThatIsMomentsBehind() {
        // given
        AtomicLong position = new AtomicLong(7);
        PublishedSubmissions submissions = submissions(Map.of("receipt-submitted-0", 8L), PATIENCE);
        CompletableFuture<Boolean> reached =
                CompletableFuture.supplyAsync(() -> submissions.areReached(() -> coverage(position.get()), c -> true));
        await().atMost(LONGEST).until(() -> feed.open() == 1);

        // when
        position.set(8);
        feed.somethingChanged();

        // then
        assertThat(reached).succeedsWithin(LONGEST).isEqualTo(true);
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldMissNothingThatIsProjectedBeforeItWaits() {
        // given
        AtomicLong position = new AtomicLong(7);
        feed.beforeWatch(() -> position.set(8));

        // when, then
        assertThat(submissions(Map.of("receipt-submitted-0", 8L), PATIENCE)
                        .areReached(() -> coverage(position.get()), c -> true))
                .isTrue();
    }

    @Test
    void shouldNotWaitForEver() {
        assertThat(submissions(Map.of("receipt-submitted-0", 8L), Duration.ofMillis(1))
                        .areReached(at(7), c -> true))
                .isFalse();
        assertThat(feed.open()).isZero();
    }

    @Test
    void shouldNotWaitIfNobodyWouldTellIt() {
        feed.watchAll(() -> {});

        assertThat(submissions(Map.of("receipt-submitted-0", 8L), PATIENCE).areReached(at(7), c -> true))
                .isFalse();
    }

    @Test
    void shouldNotWaitForAProjectionThatIsNotWell() {
        assertThat(submissions(Map.of("receipt-submitted-0", 8L), PATIENCE).areReached(at(7), c -> false))
                .isFalse();
    }

    @Test
    void shouldNotBeReachedIfTheBrokerDoesNotAnswer() {
        PublishedSubmissions submissions =
                new PublishedSubmissions(Optional::empty, feed, NO_PATIENCE, Clock.systemUTC());

        assertThat(submissions.areReached(at(7), c -> true)).isFalse();
    }

    private PublishedSubmissions submissions(Map<String, Long> ends, Duration patience) {
        return new PublishedSubmissions(() -> Optional.of(ends), feed, patience, Clock.systemUTC());
    }

    private static Supplier<FactStore.Coverage> at(long position) {
        return () -> coverage(position);
    }

    private static FactStore.Coverage coverage(long position) {
        return new FactStore.Coverage(Map.of("receipt-submitted-0", position), List.of());
    }
}
