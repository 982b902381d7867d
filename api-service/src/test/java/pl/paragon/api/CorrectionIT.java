package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.SavedReceipt;

/** What a client sees of corrections. */
@QuarkusTest
@WithTestResource(RealServers.class)
class CorrectionIT extends AgainstAGateway {

    private static final String RECEIPTS = "/api/v3/receipts/";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final JobId job = JobId.random();

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldCorrectAReceiptThatTheClientHasSeen() {
        // given
        keep(Submission.ANONYMOUS);
        String seen = tag();

        // when
        String now = correct(seen, "{\"total_amount\": 15.51, \"store_name\": \"Pod Dębem\", \"nip\": null}")
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", not(equalTo(seen)))
                .body("data.revision", equalTo(1))
                .body("data.analysis.total_amount", equalTo(15.51f))
                .body("data.analysis.store_name", equalTo("Pod Dębem"))
                .body("data.analysis.nip", nullValue())
                .body("data.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .extract()
                .header("ETag");

        // then
        Correction sent = servers.receipts().revisions().lastCorrection();
        assertThat(sent.author()).isEqualTo(Submission.ANONYMOUS);
        assertThat(sent.revision()).isZero();
        assertThat(sent.patch().toString())
                .isEqualTo("{\"total_amount\":15.51,\"store_name\":\"Pod Dębem\",\"nip\":null}");
        assertThat(sent.analysis().totalAmount()).isEqualTo(Money.of("15.51"));
        assertThat(tag()).isEqualTo(now);
        given().header("If-None-Match", seen).get(RECEIPTS + job).then().statusCode(200);
        correct(now, "{\"total_amount\": 15.52}").statusCode(200).body("data.revision", equalTo(2));
    }

    @Test
    void shouldNotOverwriteWhatTheClientHasNotSeen() {
        // given
        keep(Submission.ANONYMOUS);
        String seen = tag();
        correct(seen, "{\"total_amount\": 15.51}").statusCode(200);

        // when, then
        correct(seen, "{\"total_amount\": 15.52}")
                .statusCode(412)
                .body("error_code", equalTo("PRECONDITION_FAILED"))
                .body("hint", startsWith("Somebody has corrected"));
        given().contentType(MERGE_PATCH)
                .header("Accept-Language", "pl")
                .body("{}")
                .patch(RECEIPTS + job)
                .then()
                .statusCode(428)
                .body("error_code", equalTo("PRECONDITION_REQUIRED"))
                .body("hint", startsWith("Wyślij If-Match"));
        correct("W/" + tag(), "{}").statusCode(412);
        get("").body("data.revision", equalTo(1));
    }

    @Test
    void shouldNotOverwriteWhatIsCorrectedAtTheSameMoment() {
        // given: a gateway reads the receipt, and before it has sent its correction there is another one
        keep(Submission.ANONYMOUS);
        String seen = tag();
        servers.receipts().revisions().correctMeanwhile(job.toString());

        // when, then
        correct(seen, "{\"total_amount\": 15.51}").statusCode(412).body("details.job_id", equalTo(job.toString()));
    }

    @Test
    void shouldTakeBackWhatItHasShown() throws IOException {
        // given
        keep(Submission.ANONYMOUS);
        ObjectNode shown = (ObjectNode)
                Json.mapper().readTree(get("").extract().asByteArray()).at("/data/analysis");

        // when: everything is sent back, with one price corrected
        ((ObjectNode) shown.at("/items/0")).put("unit_price", 4.50).put("total_price", 9.00);
        correct("*", shown.toString())
                .statusCode(200)
                .body("data.analysis.items[0].total_price", equalTo(9f))
                .body("data.analysis.items[0].net_price", equalTo(8.5f))
                .body("data.analysis.items[0].category_method", equalTo("keyword_match"))
                .body("data.analysis.items[0].source.text", startsWith("CHLEB"))
                .body("data.analysis.items[1].original_name", equalTo("SER K?"));

        // then
        Correction sent = servers.receipts().revisions().lastCorrection();
        assertThat(sent.analysis()
                        .withVerification(Samples.analysis().verification())
                        .items()
                        .get(1))
                .isEqualTo(Samples.analysis().items().get(1));
        JsonNode patch = sent.patch();
        assertThat(patch.has("verification"))
                .as("what is derived is no part of a patch")
                .isFalse();
    }

    @Test
    void shouldSayWhatAReceiptCannotHave() {
        // given
        keep(Submission.ANONYMOUS);

        // when, then
        correct(
                        "*",
                        "{\"items\": [{\"name\": \"Ser\", \"unit_price\": \"7,50\"}], \"nip\": \"1234567890\", \"sum\": 1}")
                .statusCode(422)
                .body("error_code", equalTo("INVALID_CORRECTION"))
                .body("details.problems.field", hasItem("items[0].unit_price"))
                .body("details.problems.field", hasItem("nip"))
                .body("details.problems.field", hasItem("sum"))
                .body("details.problems.find { it.field == 'nip' }.error", containsString("check digit"))
                .body("details.problems.find { it.field == 'nip' }.error_pl", containsString("cyfrą kontrolną"));
        for (String body : List.of("", "[]", "null", "\"x\"", "{\"nip\":", "{} {}")) {
            correct("*", body).statusCode(400).body("error_code", equalTo("BAD_REQUEST"));
        }
        given().header("If-Match", "*")
                .contentType("text/plain")
                .body("{}")
                .patch(RECEIPTS + job)
                .then()
                .statusCode(415);
        correct("*", "{\"nip\": \"" + "1".repeat(2_000_000) + "\"}").statusCode(413);
        get("").body("data.revision", equalTo(0));
    }

    @Test
    void shouldShowRevisions() {
        // given
        keep(Submission.ANONYMOUS);
        correct("*", "{\"total_amount\": 15.51}").statusCode(200);

        // when, then
        get("/revisions")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.revisions.revision", equalTo(List.of(0, 1)))
                .body("data.revisions[0].author", nullValue())
                .body("data.revisions[0].patch", nullValue())
                .body("data.revisions[1].patch.total_amount", equalTo(15.51f))
                .body("data.revisions[1]", not(hasKey("analysis")));
        get("/revisions/0")
                .statusCode(200)
                .body("data.revision", equalTo(0))
                .body("data.verdict", equalTo("consistent"))
                .body("data.analysis.total_amount", equalTo(15.5f));
        get("/revisions/1").statusCode(200).body("data.analysis.total_amount", equalTo(15.51f));
        for (String number : List.of("2", "-1", "one", "99999999999")) {
            get("/revisions/" + number).statusCode(404).body("error_code", equalTo("REVISION_NOT_FOUND"));
        }
    }

    @Test
    void shouldLetNobodyCorrectTheReceiptOfSomebodyElse() {
        // given
        keep("somebody else");

        // when, then
        for (String id : List.of(job.toString(), JobId.random().toString(), "no-job")) {
            given().contentType(MERGE_PATCH)
                    .header("If-Match", "*")
                    .body("{}")
                    .patch(RECEIPTS + id)
                    .then()
                    .statusCode(404)
                    .body("error_code", equalTo("RECEIPT_NOT_FOUND"));
            given().get(RECEIPTS + id + "/revisions")
                    .then()
                    .statusCode(404)
                    .body("error_code", equalTo("RECEIPT_NOT_FOUND"));
            given().get(RECEIPTS + id + "/revisions/0").then().statusCode(404);
        }
    }

    @Test
    void shouldDeleteOnlyTheRevisionThatTheClientMeans() {
        // given
        keep(Submission.ANONYMOUS);
        servers.receipts().save(job, Samples.document());
        String seen = tag();
        String now = correct(seen, "{\"total_amount\": 15.51}").extract().header("ETag");

        // when, then
        deleteIf(seen).statusCode(412).body("error_code", equalTo("PRECONDITION_FAILED"));
        given().header("If-Match", "*")
                .delete(RECEIPTS + JobId.random())
                .then()
                .statusCode(404)
                .body("error_code", equalTo("RECEIPT_NOT_FOUND"));
        deleteIf(now).statusCode(200);
    }

    @Test
    void shouldWriteWhoCorrectedWhat() {
        // given
        keep(Submission.ANONYMOUS);

        // when
        try (AuditLines written = new AuditLines()) {
            correct("*", "{\"total_amount\": 15.51}").statusCode(200);

            // then
            assertThat(written.lines()).singleElement().satisfies(line -> assertThat(
                            Json.read(line.getBytes(), Map.class))
                    .containsEntry("did", "PATCH /api/v3/receipts/{job_id}")
                    .containsEntry("of", Map.of("job_id", job.toString()))
                    .containsEntry("outcome", 200));
        }
    }

    @Test
    void shouldCallCorrectionsUnavailableWhileTheDatabaseIsAway() {
        // given
        keep(Submission.ANONYMOUS);

        // when
        servers.setDatabaseAway(true);

        // then
        correct("*", "{}").statusCode(503).header("Retry-After", "2");
        get("/revisions").statusCode(503);
        get("/revisions/0").statusCode(503);
        deleteIf("*").statusCode(503);
    }

    private String tag() {
        return get("").statusCode(200).extract().header("ETag");
    }

    private ValidatableResponse get(String rest) {
        return given().get(RECEIPTS + job + rest).then();
    }

    private ValidatableResponse correct(String condition, String patch) {
        RequestSpecification request = given().contentType(MERGE_PATCH).header("If-Match", condition);
        return (patch.isEmpty() ? request : request.body(patch.getBytes(UTF_8)))
                .patch(RECEIPTS + job)
                .then();
    }

    private ValidatableResponse deleteIf(String condition) {
        return given().header("If-Match", condition).delete(RECEIPTS + job).then();
    }

    private void keep(String owner) {
        FileReference picture = new FileReference(job + "/upload", "image/jpeg", 3, "ab".repeat(32));
        Submission submission = new Submission("paragon.jpg", picture, "u1", owner, Samples.NOON);
        servers.receipts().keep(new SavedReceipt(job, Samples.RECEIPT, submission, Samples.NOON, Samples.document()));
    }
}
