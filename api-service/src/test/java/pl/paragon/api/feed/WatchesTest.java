package pl.paragon.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

class WatchesTest {

    private static final JobId ONE = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId OTHER = JobId.of("00000000-0000-4000-8000-000000000002");

    private final Watches watches = new Watches(3);
    private final List<String> signalled = new ArrayList<>();

    @Test
    void shouldSignalEveryWatchOfTheJobThatChangedAndNoOther() {
        // given
        watches.watch(ONE, () -> signalled.add("a"));
        watches.watch(ONE, () -> signalled.add("b"));
        watches.watch(OTHER, () -> signalled.add("c"));

        // when
        watches.changed(ONE);

        // then
        assertThat(signalled).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void shouldSignalAllWatchesIfChangesMayHaveBeenMissed() {
        watches.watch(ONE, () -> signalled.add("a"));
        watches.watch(OTHER, () -> signalled.add("c"));

        watches.allMayHaveChanged();

        assertThat(signalled).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void shouldSignalWhoeverWatchesAllJobsOfTheOwnerAndNoOther() {
        // given
        watches.watch(new Submitter("a b"), () -> signalled.add("owner"));
        watches.watch(new Submitter("another"), () -> signalled.add("another"));
        watches.watch(ONE, () -> signalled.add("job"));

        // when
        watches.changed(OwnerTag.of(new Submitter("a b")));

        // then
        assertThat(signalled).containsExactly("owner");
    }

    @Test
    void shouldSignalWhoeverWatchesEverything() {
        // given
        JobFeed.Watch watch = watches.watchAll(() -> signalled.add("all")).orElseThrow();
        watches.watch(ONE, () -> signalled.add("job"));

        // when
        watches.somethingChanged();
        watch.close();
        watches.somethingChanged();

        // then
        assertThat(signalled).containsExactly("all");
    }

    @Test
    void shouldKeepNothingOfAWatchThatIsClosed() {
        // given
        JobFeed.Watch watch = watches.watch(ONE, () -> signalled.add("a")).orElseThrow();

        // when
        watch.close();
        watch.close();

        // then
        watches.changed(ONE);
        assertThat(signalled).isEmpty();
        assertThat(watches.open()).isZero();
        assertThat(watches.subjects()).isZero();
    }

    @Test
    void shouldHaveNoRoomForMoreWatchesThanItMay() {
        // given
        watches.watch(ONE, () -> {});
        watches.watch(ONE, () -> {});
        JobFeed.Watch last = watches.watch(OTHER, () -> {}).orElseThrow();

        // when, then
        assertThat(watches.watch(OTHER, () -> {})).isEmpty();
        last.close();
        assertThat(watches.watch(OTHER, () -> {})).isPresent();
    }

    @Test
    void shouldSignalTheOthersIfAWatchFails() {
        watches.watch(ONE, () -> {
            throw new IllegalStateException("a bug");
        });
        AtomicInteger other = new AtomicInteger();
        watches.watch(ONE, other::incrementAndGet);

        watches.changed(ONE);

        assertThat(other).hasValue(1);
    }
}
