package pl.paragon.api.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pl.paragon.api.board.FactStore;

/** When a job that the store does not have may be called unknown. */
class PublishedSubmissionsTest {

    private static final Duration NO_PATIENCE = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
        assertThat(submissions(Map.of("receipt-submitted-0", 8L), PATIENCE).areReached(at(7, 7, 8), c -> true))
                .isTrue();
    }

    @Test
    void shouldNotWaitForAProjectionThatIsNotWell() {
        assertThat(submissions(Map.of("receipt-submitted-0", 8L), PATIENCE).areReached(at(7), c -> false))
                .isFalse();
    }

    @Test
    void shouldNotBeReachedIfTheBrokerDoesNotAnswer() {
        PublishedSubmissions submissions = new PublishedSubmissions(Optional::empty, NO_PATIENCE, Clock.systemUTC());

        assertThat(submissions.areReached(at(7), c -> true)).isFalse();
    }

    private static PublishedSubmissions submissions(Map<String, Long> ends, Duration patience) {
        return new PublishedSubmissions(() -> Optional.of(ends), patience, Clock.systemUTC());
    }

    /** Where the projection is at one look after another. */
    private static Supplier<FactStore.Coverage> at(long... positions) {
        Iterator<Long> looks = Arrays.stream(positions).boxed().toList().iterator();
        return () -> new FactStore.Coverage(Map.of("receipt-submitted-0", looks.next()), List.of());
    }
}
