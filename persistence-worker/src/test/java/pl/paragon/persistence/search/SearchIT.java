package pl.paragon.persistence.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.ReceiptSummary;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.receipt.schema.Receipt;
import pl.paragon.persistence.receipt.schema.ReceiptRepository;
import pl.paragon.testsupport.broker.RealBroker;

/** Which saved receipts are found, and in which order, by the endpoint that the gateway asks. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class SearchIT {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    @Inject
    Arbiter arbiter;

    @Inject
    ReceiptRepository receipts;

    private String owner;

    @BeforeEach
    void beSomebodyNew() {
        owner = "owner-" + UUID.randomUUID();
    }

    @ParameterizedTest
    @ValueSource(strings = {"żółty", "zolty", "ŻÓŁTY", "  ser zolty ", "Żabka", "fiskalny ser", "ółt"})
    void shouldFindPolishWordsWithAndWithoutDiacritics(String words) {
        // given
        JobId cheese = save(Purchase.BREAD.at("Żabka").of("Ser żółty", "Nabiał > Sery"));
        save(Purchase.BREAD);

        // when, then
        assertThat(found(text(words))).containsExactly(cheese);
    }

    @Test
    void shouldFindWhatIsPrintedWithoutDiacriticsByAWordThatHasThem() {
        JobId printed = save(Purchase.BREAD.of("SOK ZOLTY LOSOS", "Napoje"));

        assertThat(found(text("żółty łosoś"))).containsExactly(printed);
    }

    @Test
    void shouldTakeWordsLiterally() {
        // given
        JobId percent = save(Purchase.BREAD.of("Sok 100%", "Napoje > Soki"));
        save(Purchase.BREAD.of("Sok 1000", "Napoje > Soki"));

        // when, then
        assertThat(found(text("100%"))).containsExactly(percent);
        assertThat(found(text("s_k"))).isEmpty();
        assertThat(found(text("100\\"))).isEmpty();
        assertThat(found(text("' or true --"))).isEmpty();
    }

    @Test
    void shouldFilterByShopCategoryDateAmountAndVerdict() {
        // given
        JobId cheese = save(Purchase.BREAD
                .at("Łąka")
                .of("Ser", "Nabiał > Sery")
                .on(DAY.minusDays(5))
                .costing("20.00")
                .with(Verdict.IN_DOUBT));
        JobId bread = save(Purchase.BREAD);

        // when, then
        assertThat(found(store("laka"))).containsExactly(cheese);
        assertThat(found(category("nabial"))).containsExactly(cheese);
        assertThat(found(category("Nabiał>Sery"))).containsExactly(cheese);
        assertThat(found(category("sery"))).as("not by itself, but below dairy").isEmpty();
        assertThat(found(days(DAY.minusDays(5), DAY.minusDays(5)))).containsExactly(cheese);
        assertThat(found(days(DAY.minusDays(4), null))).containsExactly(bread);
        assertThat(found(amounts("4.99", "19.99"))).containsExactly(bread);
        assertThat(found(amounts("20.00", null))).containsExactly(cheese);
        assertThat(found(new ReceiptFilter(null, null, null, null, null, null, null, Verdict.IN_DOUBT)))
                .containsExactly(cheese);
        assertThat(found(new ReceiptFilter("ser", "laka", "nabiał", DAY.minusDays(9), DAY, null, null, null)))
                .containsExactly(cheese);
        assertThat(found(new ReceiptFilter("ser", "próbny", null, null, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void shouldListTheNewestFirstAndGoOnWhereThePageEnded() {
        // given: several of one day, one without a date
        List<JobId> expected = new ArrayList<>();
        expected.addFirst(save(Purchase.BREAD.on(DAY.minusDays(1))));
        IntStream.range(0, 3).forEach(i -> expected.addFirst(save(Purchase.BREAD.on(DAY))));
        expected.addFirst(save(Purchase.BREAD.on(null)));
        expected.addFirst(save(Purchase.BREAD.on(LocalDate.of(2026, 12, 24))));

        // when: one more comes while the pages are read
        ReceiptPage first = page(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, 3));
        save(Purchase.BREAD.on(LocalDate.of(2026, 12, 25)));
        ReceiptPage second = page(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, first.next(), 3));

        // then
        assertThat(jobs(first)).isEqualTo(expected.subList(0, 3));
        assertThat(jobs(second)).isEqualTo(expected.subList(3, 6));
        assertThat(second.next()).isNull();
        assertThat(first.receipts().get(1).date()).isNull();
        assertThat(first.receipts().get(1).day()).as("of saving").isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void shouldListShopsInPolishOrder() {
        // given
        List<String> shops = List.of("Cukiernia", "Ćma", "Lidl", "Łąka", "Zara", "Żabka");
        shops.reversed().forEach(shop -> save(Purchase.BREAD.at(shop)));

        // when
        ReceiptPage first = page(query(ReceiptFilter.ALL, ReceiptOrder.STORE, null, 4));
        ReceiptPage second = page(query(ReceiptFilter.ALL, ReceiptOrder.STORE, first.next(), 4));

        // then
        assertThat(first.receipts()).extracting(ReceiptSummary::storeName).isEqualTo(shops.subList(0, 4));
        assertThat(second.receipts()).extracting(ReceiptSummary::storeName).isEqualTo(shops.subList(4, 6));
    }

    @Test
    void shouldTellAReceiptInShortAndAsAWhole() {
        // given
        JobId job = save(Purchase.BREAD);

        // when
        ReceiptSummary summary = page(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, 1))
                .receipts()
                .getFirst();
        SavedReceipt saved = Json.read(whole(job, owner).asByteArray(), SavedReceipt.class);

        // then
        assertThat(summary)
                .isEqualTo(new ReceiptSummary(
                        job,
                        saved.receiptId(),
                        "paragon.jpg",
                        Fixtures.NOW,
                        DAY,
                        "Sklep Próbny",
                        null,
                        null,
                        DAY,
                        null,
                        "PLN",
                        Money.of("4.99"),
                        Money.of("4.99"),
                        Verdict.PROVED,
                        1));
        assertThat(saved.document()).isEqualTo(Purchase.BREAD.document());
        assertThat(saved.submission()).isEqualTo(submission(job, owner));
    }

    @Test
    void shouldGiveReceiptsAsAWholeForAnExport() {
        // given
        List<JobId> expected = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> expected.addFirst(save(Purchase.BREAD)));

        // when
        ReceiptBatch first = batch(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, null, 3));
        ReceiptBatch second = batch(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, first.next(), 3));

        // then
        assertThat(Stream.of(first, second).flatMap(batch -> batch.receipts().stream()))
                .allMatch(receipt -> receipt.document().equals(Purchase.BREAD.document()))
                .extracting(SavedReceipt::jobId)
                .isEqualTo(expected);
        assertThat(second.next()).isNull();
    }

    @Test
    void shouldNumberReceiptsFromTheNewest() {
        // given
        List<JobId> saved = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            saved.addFirst(save(Purchase.BREAD.on(DAY.plusDays(i))));
        }

        // when
        NumberedPage second = numbered(new NumberedQuery(owner, 2, 2));
        NumberedPage beyond = numbered(new NumberedQuery(owner, 6, 2));
        NumberedPage nobody = numbered(new NumberedQuery("nobody-" + owner, 0, 2));

        // then
        assertThat(second.receipts()).extracting(ReceiptSummary::jobId).isEqualTo(saved.subList(2, 4));
        assertThat(second.total()).isEqualTo(5);
        assertThat(beyond).isEqualTo(new NumberedPage(List.of(), 5));
        assertThat(nobody).isEqualTo(new NumberedPage(List.of(), 0));
    }

    private static NumberedPage numbered(NumberedQuery query) {
        return Json.read(
                given().contentType("application/json")
                        .body(Json.write(query))
                        .post("/internal/receipts/numbered")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                NumberedPage.class);
    }

    private static ReceiptBatch batch(ReceiptQuery query) {
        return Json.read(
                given().contentType("application/json")
                        .body(Json.write(query))
                        .post("/internal/receipts/batch")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                ReceiptBatch.class);
    }

    @Test
    void shouldShowNobodyTheReceiptsOfSomebodyElse() {
        // given
        JobId job = save(Purchase.BREAD);
        String owned = owner;

        // when
        owner = "somebody-else";

        // then
        assertThat(found(ReceiptFilter.ALL)).isEmpty();
        assertThat(found(text("chleb"))).isEmpty();
        assertThat(whole(job, owner).statusCode()).isEqualTo(404);
        assertThat(given().get("/internal/receipts/" + job).statusCode()).isEqualTo(404);
        assertThat(whole(job, owned).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "", "bm9uZQ", "TjEyMw", "UzAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMQ"})
    void shouldRefuseACursorThatItDidNotGive(String cursor) {
        assertThat(ask(Json.write(query(ReceiptFilter.ALL, ReceiptOrder.NEWEST, cursor, 5)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldRefuseWhatIsNoQuery() {
        assertThat(ask("{}".getBytes()).statusCode()).isEqualTo(400);
        assertThat(ask("{\"submitter\":\"a\",\"filter\":{},\"order\":\"newest\",\"limit\":101}".getBytes())
                        .statusCode())
                .isEqualTo(400);
    }

    private JobId save(Purchase purchase) {
        JobId job = JobId.random();
        UUID id = nextId();
        FileReference document = new FileReference(job + "/analysis.json", "application/json", 3, "cd".repeat(32));
        ReceiptAnalyzed event = new ReceiptAnalyzed(job, Fixtures.NOW, submission(job, owner), Fixtures.NOW, document);
        Receipt receipt = Receipt.of(id, event, purchase.document(), Fixtures.NOW);
        arbiter.decide(job, new JobEnded.Saved(id), () -> receipts.add(receipt));
        return job;
    }

    private long saved;

    /** As the ids of receipts are: later ones are greater. */
    private UUID nextId() {
        return new UUID(0x0198_0000_0000_7000L + saved++, UUID.randomUUID().getLeastSignificantBits());
    }

    private static Submission submission(JobId job, String submitter) {
        FileReference file = new FileReference(job + "/upload", "image/jpeg", 123_456, "ab".repeat(32));
        return new Submission("paragon.jpg", file, "user-7", submitter, Fixtures.NOW.minusSeconds(3));
    }

    private static ReceiptFilter text(String words) {
        return new ReceiptFilter(words, null, null, null, null, null, null, null);
    }

    private static ReceiptFilter store(String store) {
        return new ReceiptFilter(null, store, null, null, null, null, null, null);
    }

    private static ReceiptFilter category(String category) {
        return new ReceiptFilter(null, null, category, null, null, null, null, null);
    }

    private static ReceiptFilter days(LocalDate from, LocalDate to) {
        return new ReceiptFilter(null, null, null, from, to, null, null, null);
    }

    private static ReceiptFilter amounts(String atLeast, String atMost) {
        return new ReceiptFilter(
                null, null, null, null, null, Money.of(atLeast), atMost == null ? null : Money.of(atMost), null);
    }

    private ReceiptQuery query(ReceiptFilter filter, ReceiptOrder order, String cursor, int limit) {
        return new ReceiptQuery(owner, filter, order, cursor, limit);
    }

    private List<JobId> found(ReceiptFilter filter) {
        return jobs(page(query(filter, ReceiptOrder.NEWEST, null, 20)));
    }

    private static List<JobId> jobs(ReceiptPage page) {
        return page.receipts().stream().map(ReceiptSummary::jobId).toList();
    }

    private static ReceiptPage page(ReceiptQuery query) {
        return Json.read(ask(Json.write(query)).then().statusCode(200).extract().asByteArray(), ReceiptPage.class);
    }

    private static Response ask(byte[] body) {
        return given().contentType("application/json").body(body).post("/internal/receipts/query");
    }

    private static Response whole(JobId job, String submitter) {
        return given().queryParam("submitter", submitter).get("/internal/receipts/" + job);
    }
}
