package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.Lane;
import pl.paragon.worker.stage.WorkerStoppingException;

class SlotsTest {

    private static final int SHARE = 4;

    private final Slots slots = new Slots(2, SHARE, () -> false);

    @Test
    void shouldGiveAllSlotsToAJobThatRunsAloneAndTakeAllOfThemBack() {
        // when
        Slots.Slot alone = granted(true);

        // then
        assertThat(slots.take(Lane.INTERACTIVE, false, () -> true))
                .as("beside it")
                .isEmpty();
        alone.close();
        granted(false);
        granted(false);
        assertThat(slots.take(Lane.INTERACTIVE, false, () -> true))
                .as("a third of two")
                .isEmpty();
    }

    @Test
    void shouldLetNobodyOvertakeAJobThatWaitsToRunAlone() throws Exception {
        // given
        Slots.Slot busy = granted(false);
        AtomicBoolean pointless = new AtomicBoolean();
        Thread suspect = Thread.ofVirtual().start(() -> slots.take(Lane.INTERACTIVE, true, pointless::get));
        awaitWaiting(suspect);

        // when, then
        assertThat(slots.take(Lane.INTERACTIVE, false, () -> true))
                .as("the free slot")
                .isEmpty();
        busy.close();
        suspect.join();
        assertThat(slots.take(Lane.INTERACTIVE, false, () -> true))
                .as("both are taken now")
                .isEmpty();
    }

    @Test
    void shouldGiveNoSlotOnceTheWorkerShutsDown() {
        // when
        slots.stop();

        // then
        assertThatThrownBy(() -> slots.take(Lane.INTERACTIVE, false, () -> false))
                .isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldTellThoseWhoWaitThatTheWorkerShutsDown() throws Exception {
        // given
        granted(true);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual()
                .start(() -> thrown.complete(catchThrowable(() -> slots.take(Lane.INTERACTIVE, false, () -> false))));
        awaitWaiting(waiting);

        // when
        slots.stop();

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
    }

    @Test
    void shouldRefuseToWorkOnNothing() {
        assertThatThrownBy(() -> new Slots(0, SHARE, () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paragon.stage.concurrency");
    }

    @Test
    void shouldRefuseToGiveTheBulkEverything() {
        assertThatThrownBy(() -> new Slots(1, 1, () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("paragon.stage.bulk-share");
    }

    @Test
    void shouldServeSomebodyWhoComesInTheMidstOfABulkNext() throws Exception {
        // when: both slots are busy, the bulk waits, and then somebody comes
        List<Lane> served = served(Lane.BULK, Lane.BULK, Lane.BULK, Lane.INTERACTIVE);

        // then
        assertThat(served).containsExactly(Lane.INTERACTIVE, Lane.BULK, Lane.BULK, Lane.BULK);
    }

    @Test
    void shouldGiveTheBulkOneStartInSoManyHoweverManyWaitBesides() throws Exception {
        // given
        Lane[] arrivals = new Lane[12];
        Arrays.fill(arrivals, Lane.INTERACTIVE);
        arrivals[0] = Lane.BULK;
        arrivals[1] = Lane.BULK;

        // when
        List<Lane> served = served(arrivals);

        // then
        assertThat(served.indexOf(Lane.BULK)).isEqualTo(SHARE - 1);
        assertThat(served.lastIndexOf(Lane.BULK)).isEqualTo(2 * SHARE - 1);
    }

    @Test
    void shouldNotCountAgainstTheInteractiveLaneWhatRanWhileNoBulkWaited() throws Exception {
        // given
        Slots one = new Slots(1, SHARE, () -> false);
        for (int i = 0; i < 2 * SHARE; i++) {
            one.take(Lane.INTERACTIVE, false, () -> false).orElseThrow().close();
        }

        // when, then
        assertThat(served(one, Lane.BULK, Lane.INTERACTIVE)).containsExactly(Lane.INTERACTIVE, Lane.BULK);
    }

    /** The order in which those are served who wait, in this order, for the only slot of a worker. */
    private static List<Lane> served(Lane... arrivals) throws InterruptedException {
        return served(new Slots(1, SHARE, () -> false), arrivals);
    }

    private static List<Lane> served(Slots one, Lane... arrivals) throws InterruptedException {
        Slots.Slot busy = one.take(Lane.INTERACTIVE, false, () -> false).orElseThrow();
        List<Lane> served = new CopyOnWriteArrayList<>();
        List<Thread> waiting = new ArrayList<>();
        for (Lane lane : arrivals) {
            Thread arrival = Thread.ofVirtual().start(() -> {
                try (Slots.Slot slot = one.take(lane, false, () -> false).orElseThrow()) {
                    served.add(lane);
                }
            });
            awaitWaiting(arrival);
            waiting.add(arrival);
        }
        busy.close();
        for (Thread arrival : waiting) {
            arrival.join();
        }
        return served;
    }

    private Slots.Slot granted(boolean alone) {
        Optional<Slots.Slot> slot = slots.take(Lane.INTERACTIVE, alone, () -> true);
        assertThat(slot).isPresent();
        return slot.get();
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Submissions.PATIENCE).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }
}
