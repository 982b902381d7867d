package pl.paragon.api.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.feed.TestFeed;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

/** A listener is told once that a job has ended, also if it ends while it is being looked at. */
class OneEndTest {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Submitter OWNER = Submitter.ANONYMOUS;
    private static final JobId ONE = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId TWO = JobId.of("00000000-0000-4000-8000-000000000002");

    private final TestFeed feed = new TestFeed(1);
    private final ChangingJobs board = new ChangingJobs();
    private final Queue<Runnable> whileLookedAt = new ArrayDeque<>();
    private final Listeners listeners = RunningListeners.on(feed, board, this::find, 2);
    private final RecordingListener listener = new RecordingListener();

    @Test
    void shouldTellOfTheEndWithTheVersionOfTheEnd() {
        // given
        board.add(10, Samples.submitted(ONE));
        listen(new Interest.Which.All(), OptionalLong.of(10));

        // when
        whileLookedAt.add(() -> end(12));
        board.add(11, Samples.step(ONE, Step.OCR));
        feed.changed(OWNER);

        // then, without another signal
        await().atMost(LONGEST).until(() -> listener.versions().contains(12L));
        assertToldOnceOf(12);
    }

    @Test
    void shouldTellAListenerThatAsksForTheJobWhileItEnds() {
        // given
        board.add(10, Samples.submitted(ONE));

        // when
        whileLookedAt.add(() -> end(12));
        listen(new Interest.Which.These(Set.of(ONE)), OptionalLong.empty());

        // then
        await().atMost(LONGEST).until(() -> !listener.told.isEmpty());
        feed.changed(OWNER);
        assertToldOnceOf(12);
    }

    @Test
    void shouldTellAListenerThatComesBackWhileTheJobEnds() {
        // given
        board.add(10, Samples.submitted(ONE));
        board.add(11, Samples.step(ONE, Step.OCR));

        // when
        whileLookedAt.add(() -> end(12));
        listen(new Interest.Which.All(), OptionalLong.of(10));

        // then
        await().atMost(LONGEST).until(() -> listener.versions().contains(12L));
        assertToldOnceOf(12);
    }

    /** What is told after it shows that nothing else was. */
    private void assertToldOnceOf(long end) {
        RecordingListener next = new RecordingListener();
        board.add(20, Samples.submitted(TWO));
        listeners.open(new Admission.Granted(OWNER, all(), 0), next).orElseThrow();
        await().atMost(LONGEST).until(() -> next.versions().contains(20L));

        assertThat(listener.told)
                .filteredOn(state -> state.job().id().equals(ONE))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.version()).isEqualTo(end);
                    assertThat(state.job().status().ended()).isTrue();
                });
    }

    private void end(long version) {
        board.add(version, Samples.failed(ONE));
    }

    private void listen(Interest.Which which, OptionalLong since) {
        Interest interest = new Interest(which, Optional.empty());
        listeners
                .open(new Admission.Granted(OWNER, interest, since.orElse(-1)), listener)
                .orElseThrow();
    }

    private static Interest all() {
        return new Interest(new Interest.Which.All(), Optional.empty());
    }

    private Jobs.Lookup find(Submitter owner, String id) {
        Runnable happening = whileLookedAt.poll();
        if (happening != null) {
            happening.run();
        }
        return board.find(owner, id);
    }
}
