package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pl.paragon.worker.stage.WorkerStoppingException;

class SlotsTest {

    private final Slots slots = new Slots(2);

    @Test
    void shouldGiveAllSlotsToAJobThatRunsAloneAndTakeAllOfThemBack() {
        // when
        Slots.Slot alone = granted(true);

        // then
        assertThat(slots.take(false, () -> true)).as("beside it").isEmpty();
        alone.close();
        granted(false);
        granted(false);
        assertThat(slots.take(false, () -> true)).as("a third of two").isEmpty();
    }

    @Test
    void shouldLetNobodyOvertakeAJobThatWaitsToRunAlone() throws Exception {
        // given
        Slots.Slot busy = granted(false);
        AtomicBoolean pointless = new AtomicBoolean();
        Thread suspect = Thread.ofVirtual().start(() -> slots.take(true, pointless::get));
        awaitWaiting(suspect);

        // when, then
        assertThat(slots.take(false, () -> true)).as("the free slot").isEmpty();
        busy.close();
        suspect.join();
        assertThat(slots.take(false, () -> true)).as("both are taken now").isEmpty();
    }

    @Test
    void shouldGiveNoSlotOnceTheWorkerShutsDown() {
        // when
        slots.stop();

        // then
        assertThatThrownBy(() -> slots.take(false, () -> false)).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldTellThoseWhoWaitThatTheWorkerShutsDown() throws Exception {
        // given
        granted(true);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting =
                Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> slots.take(false, () -> false))));
        awaitWaiting(waiting);

        // when
        slots.stop();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldRefuseToWorkOnNothing() {
        assertThatThrownBy(() -> new Slots(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paragon.stage.concurrency");
    }

    private Slots.Slot granted(boolean alone) {
        Optional<Slots.Slot> slot = slots.take(alone, () -> true);
        assertThat(slot).isPresent();
        return slot.get();
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Submissions.PATIENCE).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }
}
