package pl.paragon.persistence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.persistence.RestartableDatabase;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.search.ReceiptSearchRepository.Order;
import pl.paragon.testsupport.broker.RealBroker;

/** That PostgreSQL uses the indices if there are many receipts: by its plans, not by a clock. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class SearchPlansIT {

    private static final String MANY = "somebody-with-many";
    private static final int COUNT = 100_000;
    /** A transaction can hold some nine thousand locks, and a trigger takes one for each job. */
    private static final int AT_ONCE = 2_000;

    private static final String SEED = """
            with saved as (
                insert into job_outcome (job_id, outcome, receipt_id, decided_at)
                select gen_random_uuid(), 'saved', gen_random_uuid(), now() from generate_series(1, %d)
                returning job_id, receipt_id),
            numbered as (select *, row_number() over () + cast(? as bigint) as n from saved),
            inserted as (
                insert into receipt (id, job_id, submitter, submitted_at, saved_at, filename, file_key,
                    file_media_type, file_size, file_sha256, store_normalized_name, printed_date, total_grosze,
                    verdict, ocr_text, receipt_keywords, analysis, work_started_at, analyzed_at, analysis_key,
                    analysis_size, analysis_sha256)
                select receipt_id, job_id, '%s', now(), now(), 'a.jpg', 'k', 'image/jpeg', 3, 'ab',
                    'Sklep ' || n %% 50, date '2026-12-31' - (n / 100)::int, n, 'proved',
                    'PARAGON FISKALNY chleb ' || case when n = 99999 then 'kociołek' else 'bułka' end, true,
                    '{"items": [{"name": "Chleb", "category": "Pieczywo > Chleb"}]}', now(), now(), 'k', 0, 'ab'
                from numbered returning 1)
            select count(*) from inserted""".formatted(AT_ONCE, MANY);

    RestartableDatabase database;

    @Inject
    EntityManager entities;

    @Inject
    Transactions transactions;

    @Inject
    ReceiptSearch search;

    @BeforeEach
    void saveManyOnce() {
        if (!database.rows("select 1 from receipt where submitter = ? limit 1", MANY)
                .isEmpty()) {
            return;
        }
        for (int before = 0; before < COUNT; before += AT_ONCE) {
            database.rows(SEED, before);
        }
        transactions.inOne(() -> entities.unwrap(Session.class)
                .createNativeMutationQuery("analyze receipt")
                .executeUpdate());
    }

    @Test
    void shouldReadNoMoreOfAListThanItShows() {
        for (ReceiptOrder order : ReceiptOrder.values()) {
            assertThat(plan(
                            ReceiptSearchRepository.windowed(
                                    Order.of(order), Conditions.of(ReceiptFilter.ALL), Optional.empty()),
                            ReceiptFilter.ALL,
                            Optional.empty()))
                    .anyMatch(step -> step.contains(
                            order == ReceiptOrder.NEWEST
                                    ? "Index Scan using receipt_by_day"
                                    : "Index Scan using receipt_by_store_name"))
                    .noneMatch(step -> step.contains("Seq Scan") || step.contains("Sort"));
        }
    }

    @Test
    void shouldBeginAPageAtItsCursorAndAtItsFirstDay() {
        // given
        Optional<Cursor> after = Optional.of(new Cursor(ReceiptOrder.NEWEST, "2024-12-31", new UUID(0, 0)));
        ReceiptFilter filter = new ReceiptFilter(null, null, null, null, LocalDate.of(2025, 1, 1), null, null, null);

        // when
        List<String> plan = plan(
                ReceiptSearchRepository.windowed(Order.of(ReceiptOrder.NEWEST), Conditions.of(filter), after),
                filter,
                after);

        // then
        assertThat(plan)
                .anyMatch(step -> step.contains("Index Cond") && step.contains("ROW(day, id)") && step.contains("<="))
                .noneMatch(step -> step.contains("Sort"));
    }

    @Test
    void shouldFindWhatIsRareByAnIndex() {
        for (ReceiptOrder order : ReceiptOrder.values()) {
            assertThat(rare(order, new ReceiptFilter("kociolek", null, null, null, null, null, null, null)))
                    .anyMatch(step -> step.contains("Bitmap Index Scan on receipt_search"));
            assertThat(rare(order, new ReceiptFilter(null, null, "Meble", null, null, null, null, null)))
                    .anyMatch(step -> step.contains("Bitmap Index Scan on receipt_search"));
            Money price = Money.ofGrosze(77_777);
            assertThat(rare(order, new ReceiptFilter(null, null, null, null, null, price, price, null)))
                    .anyMatch(step -> step.contains("receipt_by_total"));
            assertThat(rare(order, new ReceiptFilter(null, null, null, null, null, null, null, Verdict.IN_DOUBT)))
                    .anyMatch(step -> step.contains("receipt_by_verdict"));
        }
    }

    @Test
    void shouldFindWhatIsOlderThanTheNewestOnes() {
        // given
        ReceiptFilter filter = new ReceiptFilter("KOCIOŁEK", null, null, null, null, null, null, null);

        // when
        ReceiptPage page = transactions.inOne(
                () -> search.page(new ReceiptQuery(MANY, filter, ReceiptOrder.NEWEST, null, 20), Optional.empty()));

        // then
        assertThat(page.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.totalAmount())
                .isEqualTo(Money.ofGrosze(99_999)));
    }

    private List<String> rare(ReceiptOrder order, ReceiptFilter filter) {
        List<String> plan = plan(
                ReceiptSearchRepository.indexed(Order.of(order), Conditions.of(filter), Optional.empty()),
                filter,
                Optional.empty());
        assertThat(plan).noneMatch(step -> step.contains("Seq Scan"));
        return plan;
    }

    private List<String> plan(String sql, ReceiptFilter filter, Optional<Cursor> after) {
        return transactions.inOne(() -> {
            NativeQuery<String> explain =
                    entities.unwrap(Session.class).createNativeQuery("explain " + sql, String.class);
            Conditions.of(filter).parameters().forEach(explain::setParameter);
            after.ifPresent(
                    cursor -> explain.setParameter("place", cursor.key()).setParameter("receipt", cursor.receipt()));
            return explain.setParameter("submitter", MANY)
                    .setParameter("limit", 21)
                    .getResultList();
        });
    }
}
