package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;

/** What becomes of an upload. */
@QuarkusTest
@WithTestResource(RealServers.class)
class UploadIT extends AgainstAGateway {

    private static final int MIB = 1024 * 1024;

    @Test
    void shouldAcceptAReceiptOnlyWhenItsFileAndItsSubmissionAreSafe() throws IOException {
        // when
        Response answer = upload(jpeg(120_000))
                .multiPart("user_id", "u1")
                .multiPart("session_id", "s")
                .post("/api/v3/receipts/process");

        // then
        answer.then()
                .statusCode(202)
                .body("status_code", equalTo(202))
                .body("message", equalTo("Receipt processing started"))
                .body("data.filename", equalTo("paragon.jpg"))
                .body("data.file_size", equalTo(120_000))
                .body("data.submitted_at", endsWith("Z"))
                .body("data.status", equalTo("PENDING"))
                .header("Location", equalTo("/api/v3/receipts/status/" + jobOf(answer)))
                .header("Retry-After", notNullValue());
        ReceiptSubmitted submitted = submission(jobOf(answer));
        assertThat(submitted.submission().userId()).isEqualTo("u1");
        assertThat(submitted.submission().file().mediaType()).isEqualTo("image/jpeg");
        String job = submitted.jobId().toString();
        assertThat(servers.files().resolve(Path.of("jobs", job.substring(0, 2), job, "upload")))
                .hasBinaryContent(jpeg(120_000));
    }

    @Test
    void shouldTakeTheUserFromTheQueryToo() {
        Response answer = upload(jpeg(100)).queryParam("user_id", "u2").post("/api/v3/receipts/process");

        assertThat(submission(jobOf(answer)).submission().userId()).isEqualTo("u2");
    }

    @Test
    void shouldTakeWhereToTellOfTheJob() {
        Response answer = upload(jpeg(100))
                .multiPart("user_id", "u3") // one who has sent nothing before, and therefore is in the interactive lane
                .multiPart("webhook_url", "https://93.184.216.34/in")
                .post("/api/v3/receipts/process");

        assertThat(submission(jobOf(answer)).submission().webhookUrl()).isEqualTo("https://93.184.216.34/in");
    }

    @Test
    void shouldNotTellAnybodyInside() throws IOException {
        long before = storedFiles();

        upload(jpeg(100))
                .multiPart("webhook_url", "http://169.254.169.254/latest/meta-data/")
                .header("Accept-Language", "pl")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("WEBHOOK_URL_REFUSED"))
                .body("hint", containsString("tylko do publicznych odbiorców"))
                .body("details.field", equalTo("webhook_url"))
                .body("details.error", equalTo("The host has an address that is not public"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldRefuseBadInputAndKeepNothingOfIt() throws IOException {
        long before = storedFiles();

        given().multiPart("user_id", "u1")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(422)
                .body("detail[0].type", equalTo("missing"))
                .body("detail[0].loc", equalTo(List.of("body", "file")));
        given().contentType("application/json")
                .body("{}")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(422);
        given().contentType("multipart/form-data; boundary=x")
                .body("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nabc\r\n--x--\r\n"
                        .getBytes())
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400)
                .body("message", equalTo("Missing content type header"))
                .body("detail.details.error", equalTo("Content-Type header is required"));
        given().contentType("multipart/form-data; boundary=x")
                .body("no form".getBytes())
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400);
        given().multiPart("file", "a.txt", jpeg(10), "text/plain")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400)
                .body("detail.message", equalTo("Unsupported file type"))
                .body("details.supported_types", hasItem("application/pdf"));
        given().multiPart("file", "a.png", jpeg(10), "image/png")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("FILE_TYPE_MISMATCH"))
                .body("details.detected", equalTo("image/jpeg"));
        given().multiPart("file", "a.png", new byte[0], "image/png")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("FILE_EMPTY"));

        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldRefuseATooLargeFileWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        long before = storedFiles();

        for (int size : List.of(10 * MIB + 1, 11 * MIB)) {
            try (RawClient client = new RawClient()) {
                // One that sends everything before it reads.
                client.upload(jpeg(size));
                assertThat(client.answer())
                        .startsWith("HTTP/1.1 413")
                        .contains("\"error_code\":\"FILE_TOO_LARGE\",\"message\":\"File too large\"")
                        .contains("\"max_size_mb\":10,");
            }
        }
        try (RawClient client = new RawClient()) {
            // A body without an announced length, and without an end.
            client.beginChunkedUpload();
            assertThat(client.sendUntilAnswered(jpeg(64 * 1024), 400)).startsWith("HTTP/1.1 413");
            assertThat(client.sent()).isLessThan(64L * MIB);
        }
        try (RawClient client = new RawClient()) {
            // An announced length: the answer does not wait for the body.
            client.beginAnnouncedUpload(200L * MIB, jpeg(4096));
            assertThat(client.answer()).startsWith("HTTP/1.1 413");
        }
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldKeepNothingOfAnUploadThatBreaksOff() throws Exception {
        long before = storedFiles();

        try (RawClient client = new RawClient()) {
            client.beginAnnouncedUpload(MIB, jpeg(400_000));
            await().atMost(Polls.LONGEST).until(() -> storedFiles() > before);
        }

        await().atMost(Polls.LONGEST).until(() -> storedFiles() == before);
    }

    @Test
    void shouldTakeExactlyTenMebibytes() throws Exception {
        try (RawClient client = new RawClient()) {
            client.upload(jpeg(10 * MIB));

            assertThat(client.answer()).startsWith("HTTP/1.1 202").contains("\"file_size\":" + 10 * MIB);
        }
    }

    private ReceiptSubmitted submission(JobId job) {
        return broker.await(job, ReceiptSubmitted.class);
    }
}
