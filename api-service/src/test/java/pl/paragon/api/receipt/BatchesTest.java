package pl.paragon.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingQuery;

class BatchesTest {

    private final Database database = new Database(60);
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void shouldGiveAllReceiptsInTheirOrderAndHoldAFew() {
        // given
        Batches batches = batches();

        // when, then
        assertThat(database.asked).as("at the beginning").isEqualTo(1);
        for (int i = 0; i < 60; i++) {
            assertThat(batches.next()).isEqualTo(database.receipts.get(i));
            assertThat(database.asked).isEqualTo(1 + i / Batches.AT_A_TIME);
        }
        assertThat(batches.hasNext()).isFalse();
    }

    @Test
    void shouldHaveNoneIfThereAreNone() {
        database.receipts.clear();

        assertThat(batches().hasNext()).isFalse();
    }

    @Test
    void shouldSayAtOnceThatTheDatabaseIsAway() {
        database.away = 1;

        assertThatThrownBy(this::batches).isInstanceOf(PersistenceUnavailableException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void shouldGoOnAfterAShortOutage() {
        // given
        Batches batches = batches();
        IntStream.range(0, Batches.AT_A_TIME).forEach(i -> batches.next());

        // when
        database.away = 5;

        // then
        assertThat(batches.next()).isEqualTo(database.receipts.get(Batches.AT_A_TIME));
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(200),
                        Duration.ofMillis(400),
                        Duration.ofMillis(800),
                        Duration.ofMillis(1600),
                        Duration.ofMillis(3200));
    }

    @Test
    void shouldNotTakeAnOutageForTheEnd() {
        // given
        Batches batches = batches();
        IntStream.range(0, Batches.AT_A_TIME).forEach(i -> batches.next());

        // when
        database.away = 6;

        // then
        assertThatThrownBy(batches::hasNext).isInstanceOf(PersistenceUnavailableException.class);
    }

    private Batches batches() {
        return new Batches(database, "u1", ReceiptFilter.ALL, pauses::add);
    }

    private static final class Database implements SavedReceipts {

        final List<SavedReceipt> receipts;
        int asked;
        int away;

        Database(int count) {
            receipts = new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> JobId.random())
                    .map(job -> new SavedReceipt(
                            job, job.value(), Samples.submission(job), Samples.NOON, Samples.document()))
                    .toList());
        }

        @Override
        public ReceiptBatch batch(ReceiptQuery query) {
            if (away > 0) {
                away--;
                throw new PersistenceUnavailableException("away", null);
            }
            asked++;
            assertThat(query.submitter()).isEqualTo("u1");
            assertThat(query.order()).isEqualTo(ReceiptOrder.NEWEST);
            int from = query.cursor() == null ? 0 : Integer.parseInt(query.cursor());
            int to = Math.min(from + query.limit(), receipts.size());
            return new ReceiptBatch(receipts.subList(from, to), to == receipts.size() ? null : String.valueOf(to));
        }

        @Override
        public Optional<ReceiptPage> page(ReceiptQuery query) {
            throw new AssertionError("not asked for");
        }

        @Override
        public NumberedPage numbered(NumberedQuery query) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<List<Duplicate>> duplicates(JobId job, Submitter submitter) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Spending spending(SpendingQuery query) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Prices prices(PriceQuery query) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Optional<SavedReceipt> of(JobId job, Submitter submitter) {
            throw new AssertionError("not asked for");
        }
    }
}
