package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.clock.SetClock;
import pl.paragon.worker.stage.WorkerStoppingException;

class WaitsTest {

    private static final Duration ENDLESS = Duration.ofDays(1);

    private final Waits waits = new Waits();
    private final SetClock clock = new SetClock(NOW);

    @Test
    void shouldNotBeginAPauseThatIsPointless() {
        // these return
        waits.sleep(ENDLESS, () -> true);
        waits.until(NOW.plus(ENDLESS), clock, () -> true);
    }

    @Test
    void shouldEndAPauseThatHasBecomePointless() throws Exception {
        // given
        AtomicBoolean pointless = new AtomicBoolean();
        Thread pausing = Thread.ofVirtual().start(() -> waits.sleep(ENDLESS, pointless::get));
        await().atMost(Submissions.PATIENCE).until(() -> pausing.getState() == Thread.State.TIMED_WAITING);

        // when
        pointless.set(true);

        // then it ends
        pausing.join();
    }

    @Test
    void shouldWaitUntilItIsTimeByTheClock() throws Exception {
        // given
        Thread pausing = Thread.ofVirtual().start(() -> waits.until(NOW.plus(ENDLESS), clock, () -> false));
        await().atMost(Submissions.PATIENCE).until(() -> pausing.getState() == Thread.State.TIMED_WAITING);

        // when
        clock.advance(ENDLESS);

        // then it ends
        pausing.join();
    }

    @Test
    void shouldNotPauseOnceTheWorkerShutsDown() {
        // when
        waits.stop();

        // then
        assertThatThrownBy(() -> waits.sleep(ENDLESS)).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldTakeAnInterruptionForAShutdown() {
        // given
        Thread.currentThread().interrupt();

        // when, then
        assertThatThrownBy(() -> waits.sleep(ENDLESS)).isInstanceOf(WorkerStoppingException.class);
        assertThat(Thread.interrupted()).as("the interruption is passed on").isTrue();
    }
}
