package pl.paragon.persistence.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingBy;
import pl.paragon.contracts.statistics.SpendingQuery;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.persistence.RestartableDatabase;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.testsupport.broker.RealBroker;

/** What saved receipts come to, by the endpoint that the gateway asks. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class StatisticsIT {

    RestartableDatabase database;

    @Inject
    EntityManager entities;

    @Inject
    Transactions transactions;

    private String owner;

    @BeforeEach
    void spend() {
        owner = "owner-" + UUID.randomUUID();
        receipt("Żabka", "2026-02-28", "PLN", 500, "Masło extra", "Nabiał > Masło", 500, false);
        receipt("Zara", "2026-03-01", "PLN", 10_000, "Czapka", "Odzież", 10_000, false);
        receipt("Żabka", "2026-03-02", "PLN", 600, "MASLO 200G", "Nabiał > Masło", 600, false);
        receipt("Żabka", "2026-03-03", "PLN", null, "Chleb", "Łakocie", null, false);
        receipt("Żabka", "2026-03-04", "EUR", 900, "Masło", "Nabiał > Masło", 900, true);
        receipt(null, "2025-12-31", null, 50, "Torba", null, 50, false);
    }

    @Test
    void shouldSumByMonthAndCurrency() {
        assertThat(spending(SpendingBy.MONTH, null, null))
                .containsExactly(
                        sum("2026-03", "EUR", "9.00", 1, 0),
                        sum("2026-03", "PLN", "106.00", 2, 1),
                        sum("2026-02", "PLN", "5.00", 1, 0),
                        sum("2025-12", null, "0.50", 1, 0));
    }

    @Test
    void shouldSumByShopInPolishOrder() {
        assertThat(spending(SpendingBy.STORE, "2026-01-01", "2026-03-03"))
                .containsExactly(sum("Zara", "PLN", "100.00", 1, 0), sum("Żabka", "PLN", "11.00", 2, 1));
    }

    @Test
    void shouldSumGoodsByCategoryWithoutThoseThatWereVoided() {
        assertThat(spending(SpendingBy.CATEGORY, null, null))
                .containsExactly(
                        sum("Łakocie", "PLN", "0.00", 0, 1),
                        sum("Nabiał > Masło", "PLN", "11.00", 2, 0),
                        sum("Odzież", "PLN", "100.00", 1, 0),
                        sum(null, null, "0.50", 1, 0));
    }

    @Test
    void shouldSumGoodsOnTheDayAndInTheCurrencyThatTheirReceiptWasCorrectedTo() {
        // when
        database.rows("""
                update receipt set printed_date = '2024-05-06', currency = 'CZK'
                where submitter = ? and store_normalized_name = 'Zara' returning id""", owner);

        // then
        assertThat(spending(SpendingBy.CATEGORY, "2024-01-01", "2024-12-31"))
                .containsExactly(sum("Odzież", "CZK", "100.00", 1, 0));
        assertThat(spending(SpendingBy.CATEGORY, "2025-01-01", null))
                .extracting(Spending.Sum::key)
                .doesNotContain("Odzież");
    }

    @Test
    void shouldTellPricesOfANameTheLatestFirst() {
        Prices prices = prices("masło", null);

        assertThat(prices.prices())
                .extracting(Prices.Paid::name, Prices.Paid::unitPrice, Prices.Paid::day)
                .containsExactly(
                        tuple("MASLO 200G", Money.of("6.00"), LocalDate.of(2026, 3, 2)),
                        tuple("Masło extra", Money.of("5.00"), LocalDate.of(2026, 2, 28)));
        assertThat(prices.more()).isFalse();
        assertThat(prices("extra MASLO", null).prices()).hasSize(1);
        assertThat(prices("masło", "2026-03-01").prices()).hasSize(1);
        assertThat(prices("%", null).prices()).isEmpty();
    }

    @Test
    void shouldTellTheLatestOfManyPricesAndThatThereAreMore() {
        // given
        database.rows("""
                insert into receipt_line (receipt_id, position, name, net_price_grosze, voided, confidence)
                select id, n, 'Masło ' || n, n, false, 0.9 from receipt, generate_series(1, 600) n
                where submitter = ? and printed_date = '2026-03-02' returning receipt_id""", owner);

        // when
        Prices prices = prices("masło", null);

        // then
        assertThat(prices.prices()).hasSize(Prices.MOST).allMatch(paid -> paid.day()
                .equals(LocalDate.of(2026, 3, 2)));
        assertThat(prices.more()).isTrue();
    }

    @Test
    void shouldTellNobodyOfSomebodyElse() {
        owner = "somebody-else";

        assertThat(spending(SpendingBy.MONTH, null, null)).isEmpty();
        assertThat(spending(SpendingBy.CATEGORY, null, null)).isEmpty();
        assertThat(prices("masło", null).prices()).isEmpty();
    }

    @Test
    void shouldTakeNamesThatAreLongerThanAPageOfAnIndex() {
        // when: text that does not compress
        database.rows("""
                insert into receipt_line (receipt_id, position, name, original_name, category, net_price_grosze, voided,
                    confidence)
                select receipt.id, 7, long, 'Bardzo ' || long, 'Długa ' || long, 1, false, 0.9
                from receipt, (select string_agg(md5(n::text), '') as long from generate_series(1, 300) n) text
                where submitter = ? and printed_date = '2026-03-02' returning receipt_id""", owner);

        // then
        assertThat(spending(SpendingBy.CATEGORY, "2026-03-02", "2026-03-02"))
                .extracting(Spending.Sum::key)
                .anyMatch(key -> key.startsWith("Długa ") && key.length() == 100);
        assertThat(prices("bardzo", null).prices()).hasSize(1);
    }

    static Stream<String> readOffAnIndex() {
        String mine = "mine.submitter = :submitter and mine.day >= :from";
        return Stream.concat(
                Stream.of(SpendingBy.values()).map(by -> StatisticsRepository.sums(by, mine)),
                Stream.of(StatisticsRepository.named(mine + " and mine.search_name like '%maslo%'")
                        .replace(":limit", "7")));
    }

    @ParameterizedTest
    @MethodSource("readOffAnIndex")
    void shouldFindWhatIsToldWithoutALookAtAnyReceiptOrLine(String sql) {
        List<String> plan = transactions.inOne(() -> {
            Session session = entities.unwrap(Session.class);
            // As if the tables had been vacuumed and were large.
            session.createNativeMutationQuery("""
                            update pg_class set relallvisible = 1000000
                            where relname in ('receipt', 'receipt_line')""").executeUpdate();
            for (String other : List.of("enable_seqscan", "enable_bitmapscan")) {
                session.createNativeQuery("select set_config(:other, 'off', true)", String.class)
                        .setParameter("other", other)
                        .getSingleResult();
            }
            return session.createNativeQuery("explain " + sql, String.class)
                    .setParameter("submitter", owner)
                    .setParameter("from", LocalDate.of(2026, 1, 1))
                    .getResultList();
        });

        assertThat(plan).anyMatch(step -> step.contains("Index Only Scan"));
    }

    @Test
    void shouldRefuseWhatIsNoQuery() {
        for (String statistic : List.of("spending", "prices")) {
            given().contentType("application/json")
                    .body("{\"submitter\":\"a\"}")
                    .post("/internal/statistics/" + statistic)
                    .then()
                    .statusCode(400);
        }
    }

    private List<Spending.Sum> spending(SpendingBy by, String from, String to) {
        return ask("spending", new SpendingQuery(owner, by, date(from), date(to)), Spending.class)
                .sums();
    }

    private Prices prices(String name, String from) {
        return ask("prices", new PriceQuery(owner, name, date(from), null), Prices.class);
    }

    private static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static Spending.Sum sum(String key, String currency, String amount, long count, long illegible) {
        return new Spending.Sum(key, currency, Money.of(amount), count, illegible);
    }

    private static <T> T ask(String statistic, Object query, Class<T> answer) {
        return Json.read(
                given().contentType("application/json")
                        .body(Json.write(query))
                        .post("/internal/statistics/" + statistic)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                answer);
    }

    private void receipt(
            String store,
            String date,
            String currency,
            Integer total,
            String name,
            String category,
            Integer price,
            boolean voided) {
        UUID id = UUID.randomUUID();
        database.rows(
                "insert into job_outcome (job_id, outcome, receipt_id, decided_at) values (?, 'saved', ?, now())"
                        + " returning job_id",
                id,
                id);
        database.rows("""
                insert into receipt (id, job_id, submitter, submitted_at, saved_at, filename, file_key,
                    file_media_type, file_size, file_sha256, store_normalized_name, printed_date, currency,
                    total_grosze, verdict, ocr_text, receipt_keywords, analysis, work_started_at, analyzed_at,
                    analysis_key, analysis_size, analysis_sha256)
                values (?, ?, ?, now(), now(), 'a.jpg', 'k', 'image/jpeg', 3, 'ab', ?, cast(? as date), ?,
                    cast(? as bigint), 'proved', ?, true, '{"items": []}', now(), now(), 'k', 0, 'ab') returning id""", id, id, owner, store, date, currency, total, name);
        database.rows("""
                insert into receipt_line (receipt_id, position, name, original_name, unit_price_grosze,
                    net_price_grosze, category, voided, confidence)
                values (?, 0, ?, ?, cast(? as bigint), cast(? as bigint), ?, ?, 0.9) returning receipt_id""", id, name, name, price, price, category, voided);
    }
}
