package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.saved.ReceiptFilter;
import pl.paragon.contracts.saved.ReceiptOrder;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.runtime.files.ReceiptFileStore;

/** What a client sees of its saved receipts. */
@QuarkusTest
@WithTestResource(RealServers.class)
class ReceiptIT extends AgainstAGateway {

    private static final String RECEIPTS = "/api/v3/receipts";

    @Inject
    ReceiptFileStore store;

    private final JobId job = JobId.random();

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldListReceipts() {
        // given
        servers.receipts().list(new ReceiptPage(List.of(Samples.summary(job)), "bmV4dA"));

        // when, then
        get("").statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.receipts.size()", equalTo(1))
                .body("data.receipts[0].job_id", equalTo(job.toString()))
                .body("data.receipts[0].store_name", equalTo("Pod Lipą"))
                .body("data.receipts[0].date", equalTo("2026-03-14"))
                .body("data.receipts[0].time", equalTo("11:58"))
                .body("data.receipts[0].total_amount", equalTo(15.5f))
                .body("data.receipts[0].verdict", equalTo("consistent"))
                .body("data.next_cursor", equalTo("bmV4dA"));
        get("?cursor=bmV4dA").statusCode(200);
    }

    @Test
    void shouldAskForWhatTheClientAsksFor() {
        // when
        get("?q=ser żółty&store=Żabka&category=Nabiał&from=2026-01-01&to=2026-03-31&min_amount=5&max_amount=12.5"
                        + "&verdict=in_doubt&sort=store&limit=7&stranger=1")
                .statusCode(200);

        // then
        ReceiptFilter filter = new ReceiptFilter(
                "ser żółty",
                "Żabka",
                "Nabiał",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 3, 31),
                Money.of("5.00"),
                Money.of("12.50"),
                Verdict.IN_DOUBT);
        assertThat(servers.receipts().queries().getLast())
                .isEqualTo(new ReceiptQuery(Submission.ANONYMOUS, filter, ReceiptOrder.STORE, null, 7));
    }

    @Test
    void shouldTellDuplicates() {
        // given
        Duplicate other = new Duplicate(Duplicate.Kind.SAME_RECEIPT, JobId.random(), Samples.RECEIPT);
        servers.receipts().duplicate(job, Submission.ANONYMOUS, List.of(other));

        // when, then
        get("/" + job + "/duplicates")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.job_id", equalTo(job.toString()))
                .body("data.duplicates.size()", equalTo(1))
                .body("data.duplicates[0].kind", equalTo("same_receipt"))
                .body("data.duplicates[0].job_id", equalTo(other.jobId().toString()))
                .body("data.duplicates[0].receipt_id", equalTo(Samples.RECEIPT.toString()));
        get("/" + JobId.random() + "/duplicates").statusCode(404).body("error_code", equalTo("RECEIPT_NOT_FOUND"));
        get("/nonsense/duplicates").statusCode(404);
        servers.setDatabaseAway(true);
        get("/" + job + "/duplicates").statusCode(503).header("Retry-After", "2");
    }

    @Test
    void shouldSayWhichParameterIsWrong() {
        get("?from=yesterday")
                .statusCode(400)
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("details.field", equalTo("from"))
                .body("details.error", containsString("2026-03-14"));
        get("?cursor=none").statusCode(400).body("details.field", equalTo("cursor"));
    }

    @Test
    void shouldShowAReceipt() {
        // given
        keep(Submission.ANONYMOUS);

        // when
        ValidatableResponse answer = get("/" + job)
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("data.job_id", equalTo(job.toString()))
                .body("data.filename", equalTo("zażółć \"1\".jpg"))
                .body("data.analysis.store_chain", nullValue())
                .body("data.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .body("data.analysis.verification.verdict", equalTo("consistent"))
                .body("data.ocr_text", containsString("SUMA PLN"));

        // then it need not be sent again
        String tag = answer.header("ETag", notNullValue()).extract().header("ETag");
        given().header("If-None-Match", tag)
                .get(RECEIPTS + "/" + job)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
    }

    @Test
    void shouldShowTheUploadedPicture() throws IOException {
        // given
        byte[] content = Uploads.jpeg(100_000);
        keep(Submission.ANONYMOUS, store.put(job, "upload", "image/jpeg", new ByteArrayInputStream(content)));

        // when
        ValidatableResponse answer = get("/" + job + "/picture")
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Content-Length", "100000")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header(
                        "Content-Disposition",
                        "inline; filename=\"za____ _1_.jpg\"; filename*=UTF-8''za%C5%BC%C3%B3%C5%82%C4%87%20%221%22.jpg");

        // then
        assertThat(answer.extract().asByteArray()).isEqualTo(content);
        given().header("If-None-Match", answer.extract().header("ETag"))
                .get(RECEIPTS + "/" + job + "/picture")
                .then()
                .statusCode(304);
    }

    @Test
    void shouldSayThatAPictureIsNoLongerKept() {
        keep(Submission.ANONYMOUS);

        get("/" + job + "/picture").statusCode(410).body("error_code", equalTo("PICTURE_GONE"));
    }

    @Test
    void shouldShowNobodyTheReceiptOfSomebodyElse() {
        keep("somebody else");

        for (String id : List.of(job.toString(), JobId.random().toString(), "no-job")) {
            get("/" + id).statusCode(404).body("error_code", equalTo("RECEIPT_NOT_FOUND"));
            get("/" + id + "/picture").statusCode(404).body("error_code", equalTo("RECEIPT_NOT_FOUND"));
        }
    }

    @Test
    void shouldCallHistoryUnavailableWhileTheDatabaseIsAwayAndGoOnOtherwise() {
        // given
        keep(Submission.ANONYMOUS);

        // when
        servers.setDatabaseAway(true);

        // then
        for (String path : List.of("", "/" + job, "/" + job + "/picture")) {
            get(path)
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("message", equalTo("Receipts are temporarily unavailable"));
        }
        Uploads.jobOf(Uploads.upload(Uploads.jpeg(100)).post(RECEIPTS + "/process"));
    }

    private static ValidatableResponse get(String rest) {
        return given().urlEncodingEnabled(true).get(RECEIPTS + rest).then();
    }

    private void keep(String owner) {
        keep(owner, new FileReference(job + "/upload", "image/jpeg", 3, "ab".repeat(32)));
    }

    private void keep(String owner, FileReference picture) {
        Submission submission = new Submission("zażółć \"1\".jpg", picture, "u1", owner, Samples.NOON);
        servers.receipts().keep(new SavedReceipt(job, Samples.RECEIPT, submission, Samples.NOON, Samples.document()));
    }
}
