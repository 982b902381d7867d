package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.limit.TestLimits;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.publish.EventPublisher;

/** What becomes of a batch that is sent again, or in the middle of which something goes away. */
class BatchOutageTest extends TakesBatches {

    @Test
    void shouldAnswerTheSameBatchWithTheSameJobs() throws IOException {
        // given
        Batch first = accepted(take(KEY, two()));
        long stored = storedFiles();

        // when
        BatchIntake.Decision again = take(KEY, two());

        // then
        assertThat(again).isEqualTo(new BatchIntake.Repeated(first));
        assertThat(submitted()).hasSize(2);
        assertThat(storedFiles()).isEqualTo(stored);
        batches.kept.clear();
        assertThat(take(KEY, two())).as("told from its files").isEqualTo(new BatchIntake.Repeated(first));
        assertThat(refused(take(KEY, two().file("c.jpg", "image/jpeg", jpeg(3)))))
                .isEqualTo(new Refusal.KeyReused());
        assertThat(storedFiles()).isEqualTo(stored);
    }

    @Test
    void shouldSubmitTheSameJobsOnceMoreIfTheGatewayDiedInBetween() throws IOException {
        // given a gateway that died after the first of two files
        intake = intake(TestLimits.none(), new Dying(publisher, 1), Map.of());
        try {
            take(KEY, two());
        } catch (Dying.Death expected) {
            // As if it had never come to what follows.
        }
        keys.endAllLeases();
        intake = intake(TestLimits.none(), publisher, Map.of());

        // when
        BatchIntake.Decision again = take(KEY, two());

        // then
        assertThat(again).isInstanceOfSatisfying(BatchIntake.Repeated.class, repeated -> {
            assertThat(submitted()).hasSize(3);
            assertThat(submitted().stream().map(ReceiptSubmitted::jobId).distinct())
                    .containsExactlyElementsOf(
                            repeated.batch().accepted().map(Batch.Accepted::job).toList());
        });
        for (ReceiptSubmitted job : submitted()) {
            store.open(job.submission().file()).close();
        }
        assertThat(storedFiles()).isEqualTo(2);
    }

    @Test
    void shouldRefuseWhatTheBrokerDoesNotTakeAndKeepTheRest() throws IOException {
        // given a broker that goes away after the first of two files
        List<Event> taken = new ArrayList<>();
        intake = intake(TestLimits.none(), new Leaving(taken, 1), Map.of());

        // when
        Batch batch = accepted(take(NO_KEY, two()));

        // then
        assertThat(taken).hasSize(1);
        assertThat(batch.accepted()).hasSize(1);
        assertThat(batch.files().get(1))
                .isEqualTo(new Batch.Refused("b.jpg", new Refusal.Unavailable(Refusal.Dependency.BROKER)));
        assertThat(storedFiles()).isEqualTo(1);
        assertThat(batches.find(batch.id())).contains(batch);

        // and if it takes none
        intake = intake(TestLimits.none(), new Leaving(taken, 0), Map.of());
        assertThat(refused(take(NO_KEY, two()))).isEqualTo(new Refusal.Unavailable(Refusal.Dependency.BROKER));
        assertThat(storedFiles()).isEqualTo(1);
    }

    @Test
    void shouldAcceptABatchWithoutRedis() {
        // given
        batches.away = true;

        // when, then
        assertThat(accepted(take(NO_KEY, two())).accepted()).hasSize(2);
    }

    /** Publishes for a gateway that dies after so many events, and cleans up nothing. */
    private static final class Dying implements EventPublisher {

        private final EventPublisher alive;
        private int left;

        Dying(EventPublisher alive, int left) {
            this.alive = alive;
            this.left = left;
        }

        /** Not caught by whoever cleans up. */
        static final class Death extends Error {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void publish(Event event) {
            if (left-- == 0) {
                throw new Death();
            }
            alive.publish(event);
        }

        @Override
        public void publishUnconfirmed(Event event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new UnsupportedOperationException();
        }
    }

    /** A broker that takes so many events and then goes away. */
    private static final class Leaving implements EventPublisher {

        private final List<Event> taken;
        private int left;

        Leaving(List<Event> taken, int left) {
            this.taken = taken;
            this.left = left;
        }

        @Override
        public void publish(Event event) {
            if (left-- <= 0) {
                throw new BrokerUnavailableException("away for this test", null);
            }
            taken.add(event);
        }

        @Override
        public void publishUnconfirmed(Event event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void deadLetter(DeadLetter letter) {
            throw new UnsupportedOperationException();
        }
    }
}
