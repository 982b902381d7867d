package pl.paragon.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;

class WatchesTest {

    private static final JobId ONE = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId OTHER = JobId.of("00000000-0000-4000-8000-000000000002");

    private final Watches watches = new Watches(3);
    private final List<String> told = new ArrayList<>();

    @Test
    void shouldTellEveryWatchOfTheJobThatChangedAndNoOther() {
        // given
        watches.watch(ONE, () -> told.add("a"));
        watches.watch(ONE, () -> told.add("b"));
        watches.watch(OTHER, () -> told.add("c"));

        // when
        watches.changed(ONE);

        // then
        assertThat(told).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void shouldTellEverybodyWhenChangesMayHaveBeenMissed() {
        watches.watch(ONE, () -> told.add("a"));
        watches.watch(OTHER, () -> told.add("c"));

        watches.allMayHaveChanged();

        assertThat(told).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void shouldKeepNothingOfAWatchThatIsClosed() {
        // given
        JobFeed.Watch watch = watches.watch(ONE, () -> told.add("a")).orElseThrow();

        // when
        watch.close();
        watch.close();

        // then
        watches.changed(ONE);
        assertThat(told).isEmpty();
        assertThat(watches.open()).isZero();
        assertThat(watches.jobs()).isZero();
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
    void shouldTellTheOthersIfAWatchFails() {
        watches.watch(ONE, () -> {
            throw new IllegalStateException("a bug");
        });
        AtomicInteger heard = new AtomicInteger();
        watches.watch(ONE, heard::incrementAndGet);

        watches.changed(ONE);

        assertThat(heard).hasValue(1);
    }
}
