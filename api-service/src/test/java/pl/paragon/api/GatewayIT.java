package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, restrictToAnnotatedClass = true)
class GatewayIT {

    private static final int MIB = 1024 * 1024;

    private RealServers servers;
    private Broker broker;

    @BeforeEach
    void connect() {
        broker = new Broker(servers.bootstrapServers());
        Polls.untilReady();
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

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
                .body("data.status", equalTo("PENDING"));
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
    void shouldKnowAJobAtOnce() {
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        status(job)
                .header("Cache-Control", "no-store")
                .body("status_code", equalTo(200))
                .body("message", equalTo("Task status retrieved successfully"))
                .body("data.job_id", equalTo(job.toString()))
                .body("data.status", equalTo("PENDING"))
                .body("data.message", equalTo("Task is waiting for execution"));
    }

    @Test
    void shouldShowWhatTheWorkersTell() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        // when, then
        for (Step step : Step.values()) {
            if (step.stage() == Stage.OCR) {
                broker.tell(Samples.step(job, step));
                Polls.until(job, "data.message", step.message());
                status(job).body("data.status", equalTo("PROGRESS")).body("data.step", equalTo(step.id()));
            }
        }
        broker.tell(Samples.retry(job));
        eventually(job, "RETRY")
                .body("data.message", equalTo("Task is being retried"))
                .body("data.retry_info.attempt", equalTo(1));

        // when the rest comes in a strange order
        broker.tell(Samples.saved(job), Samples.step(job, Step.AI_ANALYSIS));
        eventually(job, "PROGRESS");
        broker.tell(Samples.analyzed(job));

        // then
        eventually(job, "SUCCESS")
                .body("data.message", equalTo("Task completed successfully"))
                .body("data.result.task_id", equalTo(job.toString()))
                .body("data.result.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .body(containsString("\"total_amount\":15.50"));
        broker.tell(Samples.step(job, Step.OCR));
        JobId later = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        broker.tell(Samples.step(later, Step.OCR));
        eventually(later, "PROGRESS");
        status(job).body("data.status", equalTo("SUCCESS"));
    }

    @Test
    void shouldShowAFailureAsASentenceAndAsAnObject() {
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        broker.tell(Samples.failed(job));

        eventually(job, "FAILURE")
                .body("data.message", equalTo("Task failed"))
                .body("data.error", containsString("zabezpieczony hasłem"))
                .body("data.error_details.code", equalTo("PDF_ENCRYPTED"))
                .body("data.error_details.stage", equalTo("ocr"));
    }

    @Test
    void shouldTellACancelAndShowItWhenItIsConfirmed() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        // when
        cancel(job.toString())
                .body("message", equalTo("Task cancellation requested"))
                .body("data.job_id", equalTo(job.toString()))
                .body("data.cancelled_at", endsWith("Z"))
                .body("data.known", equalTo(true))
                .body("data.status", equalTo("PENDING"));

        // then
        assertThat(cancels(job)).hasSize(1);
        Polls.until(job, "data.cancel_requested", true);
        broker.tell(Samples.cancelled(job));
        eventually(job, "REVOKED").body("data.cancel_requested", nullValue());

        // when it is too late
        cancel(job.toString()).body("data.known", equalTo(true)).body("data.status", equalTo("REVOKED"));

        // then
        assertThat(cancels(job)).hasSize(1);
    }

    @Test
    void shouldTellNothingOfAnUnknownJob() {
        String unknown = UUID.randomUUID().toString();

        given().get("/api/v3/receipts/status/" + unknown)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("JOB_NOT_FOUND"))
                .body("detail.error_code", equalTo("JOB_NOT_FOUND"));
        given().get("/api/v3/receipts/status/no-uuid").then().statusCode(404);
        cancel(unknown).body("data.known", equalTo(false));
        cancel("no-uuid").body("data.known", equalTo(false));
        assertThat(cancels(JobId.of(unknown))).isEmpty();
    }

    @Test
    void shouldBuryARecordThatCannotBeDecodedAndGoOn() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        // when
        broker.send(Topic.STEP_STARTED.id(), job.toString(), "{not json".getBytes());
        broker.tell(Samples.step(job, Step.SAVING));

        // then
        eventually(job, "PROGRESS").body("data.progress", equalTo(90));
        List<ConsumerRecord<String, byte[]>> dead = broker.records(Topic.STEP_STARTED.deadLetterId()).stream()
                .filter(letter -> job.toString().equals(letter.key()))
                .toList();
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().value()).isEqualTo("{not json".getBytes());
        assertThat(dead.getFirst().headers().lastHeader("dead-letter-reason")).isNotNull();
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

    @Test
    void shouldSayWhoIsAlive() {
        // given no worker
        given().get("/api/v3/receipts/health")
                .then()
                .statusCode(200)
                .body("message", equalTo("Receipt processing system health check"))
                .body("data.status", equalTo("degraded"))
                .body("data.workers_available", equalTo(false))
                .body("data.tasks_registered", equalTo(false))
                .body("data.active_receipt_tasks", equalTo(0));

        // when each stage has one
        await().atMost(Polls.LONGEST).until(() -> {
            for (Stage stage : Stage.values()) {
                broker.tell(new WorkerHeartbeat("w-" + stage.id(), stage, Samples.NOON, 1, 2));
            }
            return given().get("/api/v3/receipts/health").<Boolean>path("data.workers_available");
        });

        // then
        given().get("/api/v3/receipts/health")
                .then()
                .body("data.status", equalTo("healthy"))
                .body("data.tasks_registered", equalTo(true))
                .body("data.active_receipt_tasks", equalTo(3))
                .body("data.stages.ocr.capacity", equalTo(2));
    }

    @Test
    void shouldAnswerUnknownPathsAndMethodsInJson() {
        given().get("/nothing/here")
                .then()
                .statusCode(404)
                .body("detail", equalTo("Resource not found."))
                .body("error_code", equalTo("NOT_FOUND"));
        given().get("/api/v3/receipts/process").then().statusCode(405).body("detail", equalTo("Method Not Allowed"));
        given().get("/").then().statusCode(200).body("name", equalTo("Paragon"));
    }

    @Test
    void shouldServeItsDescriptionAndItsNumbers() {
        upload(jpeg(10)).post("/api/v3/receipts/process").then().statusCode(202);

        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v3/receipts/process'.post", notNullValue());
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("paragon_uploads_total{outcome=\"accepted\"}"));
    }

    private ReceiptSubmitted submission(JobId job) {
        return facts(Topic.RECEIPT_SUBMITTED, ReceiptSubmitted.class, job).getFirst();
    }

    private List<CancelRequested> cancels(JobId job) {
        return facts(Topic.CANCEL_REQUESTED, CancelRequested.class, job);
    }

    private <E extends JobEvent> List<E> facts(Topic topic, Class<E> type, JobId job) {
        return broker.records(topic.id()).stream()
                .map(record -> Json.readEvent(topic, type, record.value()))
                .filter(event -> event.jobId().equals(job))
                .toList();
    }

    private long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(servers.files())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static ValidatableResponse eventually(JobId job, String status) {
        Polls.until(job, "data.status", status);
        return status(job);
    }

    private static ValidatableResponse status(JobId job) {
        return given().get("/api/v3/receipts/status/" + job).then().statusCode(200);
    }

    private static ValidatableResponse cancel(String job) {
        return given().delete("/api/v3/receipts/cancel/" + job).then().statusCode(200);
    }

    static JobId jobOf(Response accepted) {
        return JobId.of(accepted.then().statusCode(202).extract().path("data.job_id"));
    }

    static RequestSpecification upload(byte[] picture) {
        return given().multiPart("file", "paragon.jpg", picture, "image/jpeg");
    }

    static byte[] jpeg(int size) {
        byte[] content = new byte[size];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        return content;
    }
}
