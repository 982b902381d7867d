package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.testsupport.broker.RealBroker;

/** Corrections of saved receipts in PostgreSQL, as the gateway asks for them. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class CorrectedReceiptsIT extends AgainstRealServers {

    private static final ReceiptAnalysis READ = Fixtures.analysis("Chleb żytni", LocalDate.of(2026, 2, 28));

    @BeforeEach
    void save() {
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);
    }

    @Test
    void shouldMakeACorrectionTheReceiptAndKeepTheReading() {
        // when
        SavedReceipt corrected = made(correct(0, named("Kajzerka")));

        // then the receipt is the correction, wherever it is asked for
        assertThat(corrected.revision()).isEqualTo(1);
        assertThat(corrected.document().analysis().items().getFirst().name()).isEqualTo("Kajzerka");
        assertThat(receipt()).isEqualTo(corrected);
        assertThat(found("kajzerka")).isOne();
        assertThat(database.rows(
                        "select name from receipt_line line join receipt on receipt.id = line.receipt_id"
                                + " where job_id = ? order by position",
                        job.value()))
                .extracting(row -> row.get("name"))
                .containsExactly("Kajzerka", "Ser");

        // then what was read is kept, and is the job's result for good
        assertThat(revision(0).analysis()).isEqualTo(READ);
        assertThat(revision(0).author()).isNull();
        byte[] result = given().get("/internal/jobs/" + job + "/analysis").asByteArray();
        assertThat(Json.read(result, AnalyzedReceipt.class).analysis()).isEqualTo(READ);
    }

    @Test
    void shouldCheckTheEquationsAgain() {
        // when
        SavedReceipt corrected = made(correct(0, costing("17.49")));

        // then
        assertThat(corrected.document().analysis().verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(corrected.document().analysis().verification().warnings())
                .anyMatch(warning -> warning.contains("na wydruku 17,49, z obliczeń 17,48 (różnica 0,01)"));
        assertThat(database.receipts(job).getFirst())
                .containsEntry("verdict", "in_doubt")
                .containsEntry("total_grosze", 1749L);

        // when: it is taken back
        SavedReceipt restored = made(correct(1, READ));

        // then
        assertThat(restored.document().analysis()).isEqualTo(READ);
        assertThat(restored.revision()).isEqualTo(2);
    }

    @Test
    void shouldListAllRevisions() {
        // given
        made(correct(0, named("Kajzerka")));
        made(correct(1, costing("17.49")));

        // when
        List<Revision> revisions = Json.read(revisions(Fixtures.submission(job).submitter()), RevisionList.class)
                .revisions();

        // then
        assertThat(revisions).extracting(Revision::number).containsExactly(0, 1, 2);
        assertThat(revisions).extracting(Revision::author).containsExactly(null, "Jan", "Jan");
        assertThat(revisions)
                .extracting(Revision::verdict)
                .containsExactly(Verdict.PROVED, Verdict.PROVED, Verdict.IN_DOUBT);
        assertThat(revisions.get(1).patch().get("why").asText()).isEqualTo("a label");
        assertThat(revision(1).analysis().items().getFirst().name()).isEqualTo("Kajzerka");
        assertThat(revision(2).analysis().totalAmount()).isEqualTo(Money.of("17.49"));
        assertThat(ofRevision(3, "anonymous").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLetOneOfSeveralConcurrentCorrectionsStand() throws Exception {
        // when
        List<Integer> statuses;
        try (var authors = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> corrections = IntStream.range(0, 4)
                    .mapToObj(i ->
                            authors.submit(() -> correct(0, named("Chleb " + i)).statusCode()))
                    .toList();
            statuses = Stream.of(corrections.get(0), corrections.get(1), corrections.get(2), corrections.get(3))
                    .map(CorrectedReceiptsIT::status)
                    .toList();
        }

        // then
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(receipt().revision()).isOne();
        assertThat(database.rows(
                        "select * from receipt_revision r join receipt on receipt.id = r.receipt_id"
                                + " where job_id = ?",
                        job.value()))
                .hasSize(2);
    }

    @Test
    void shouldMakeNoRevisionOfWhatChangesNothing() {
        assertThat(made(correct(0, READ)).revision()).isZero();
        assertThat(database.rows(
                        "select * from receipt_revision r join receipt on receipt.id = r.receipt_id"
                                + " where job_id = ?",
                        job.value()))
                .isEmpty();
    }

    @Test
    void shouldKnowNobodyElsesReceipt() {
        Correction strangers = new Correction("somebody", "somebody", 0, patch(), named("Kajzerka"));

        assertThat(send(strangers).statusCode()).isEqualTo(404);
        assertThat(given().queryParam("submitter", "somebody")
                        .get("/internal/receipts/" + job + "/revisions")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ofRevision(0, "somebody").statusCode()).isEqualTo(404);
        assertThat(receipt().revision()).isZero();
    }

    @Test
    void shouldRefuseWhatIsNoCorrection() {
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/internal/receipts/" + job + "/revisions")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldForgetRevisionsWithTheirReceipt() {
        // given
        made(correct(0, named("Kajzerka")));
        Object id = database.receipts(job).getFirst().get("id");

        // when
        given().queryParam("submitter", "anonymous")
                .delete("/internal/jobs/" + job)
                .then()
                .statusCode(200);

        // then
        assertThat(database.rows("select * from receipt_revision where receipt_id = ?", id))
                .isEmpty();
        assertThat(correct(1, READ).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldBeDeletedOnlyAsTheRevisionThatIsMeant() {
        // given
        made(correct(0, named("Kajzerka")));

        // when, then
        delete(0).then().statusCode(412);
        assertThat(receipt().revision()).isEqualTo(1);
        delete(1).then().statusCode(200);
        delete(0).then().statusCode(200); // it is deleted, whichever was meant
    }

    private Response delete(int revision) {
        return given().queryParam("submitter", "anonymous")
                .queryParam("revision", revision)
                .delete("/internal/jobs/" + job);
    }

    private Response correct(int revision, ReceiptAnalysis analysis) {
        return send(new Correction("anonymous", "Jan", revision, patch(), analysis));
    }

    private static JsonNode patch() {
        return JsonNodeFactory.instance.objectNode().put("why", "a label");
    }

    private Response send(Correction correction) {
        return given().contentType("application/json")
                .body(Json.write(correction))
                .post("/internal/receipts/" + job + "/revisions");
    }

    private static SavedReceipt made(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), SavedReceipt.class);
    }

    private SavedReceipt receipt() {
        return made(given().queryParam("submitter", "anonymous").get("/internal/receipts/" + job));
    }

    private byte[] revisions(String submitter) {
        return given().queryParam("submitter", submitter)
                .get("/internal/receipts/" + job + "/revisions")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private Revision revision(int number) {
        return Json.read(
                ofRevision(number, "anonymous").then().statusCode(200).extract().asByteArray(), Revision.class);
    }

    private Response ofRevision(int number, String submitter) {
        return given().queryParam("submitter", submitter).get("/internal/receipts/" + job + "/revisions/" + number);
    }

    private long found(String words) {
        ReceiptFilter filter = new ReceiptFilter(words, null, null, null, null, null, null, null);
        byte[] page = given().contentType("application/json")
                .body(Json.write(new ReceiptQuery("anonymous", filter, ReceiptOrder.NEWEST, null, 20)))
                .post("/internal/receipts/query")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return Json.read(page, ReceiptPage.class).receipts().stream()
                .filter(found -> found.jobId().equals(job))
                .count();
    }

    private static int status(Future<Integer> correction) {
        try {
            return correction.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ReceiptAnalysis named(String name) {
        Item read = READ.items().getFirst();
        Item item = new Item(
                name,
                read.originalName(),
                read.productCode(),
                read.quantity(),
                read.unit(),
                read.unitPrice(),
                read.totalPrice(),
                read.discount(),
                read.netPrice(),
                read.vatRate(),
                read.category(),
                read.categoryEn(),
                read.categoryConfidence(),
                read.categoryMethod(),
                read.voided(),
                read.confidence(),
                read.source());
        return with(List.of(item, READ.items().get(1)), READ.totalAmount());
    }

    private static ReceiptAnalysis costing(String total) {
        return with(READ.items(), Money.of(total));
    }

    private static ReceiptAnalysis with(List<Item> items, Money total) {
        return new ReceiptAnalysis(
                READ.store(),
                READ.nip(),
                READ.receiptNumber(),
                READ.date(),
                READ.time(),
                READ.currency(),
                items,
                READ.discounts(),
                READ.deposits(),
                READ.payments(),
                READ.vatSummary(),
                total,
                READ.amountDue(),
                READ.verification(),
                READ.provenance(),
                READ.engine(),
                READ.receiptsInFile());
    }
}
