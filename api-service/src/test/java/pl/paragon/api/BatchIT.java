package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static pl.paragon.api.Uploads.jpeg;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.paragon.api.batch.Batch;
import pl.paragon.api.batch.BatchStores;
import pl.paragon.api.batch.Zips;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Many receipts in one request, over HTTP, with a real Kafka and a real Redis. */
@QuarkusTest
@WithTestResource(RealServers.class)
class BatchIT extends AgainstAGateway {

    private static final String BATCH = "/api/v3/receipts/batch";

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisAddress;

    private final String name = UUID.randomUUID() + ".jpg";

    @Test
    void shouldTellWhereEachFileOfABatchStands() throws IOException {
        // given
        long before = storedFiles();
        byte[] archive = new Zips()
                .with("march/1.jpg", jpeg(700))
                .with("march/2.jpg", jpeg(800))
                .bytes();

        // when
        Response accepted = given().multiPart("files", name, jpeg(500), "image/jpeg")
                .multiPart("files", "march.zip", archive, "application/zip")
                .multiPart("files", "notes.txt", "notes".getBytes(), "text/plain")
                .post(BATCH);

        // then
        String id = accepted.then()
                .statusCode(202)
                .header("Retry-After", notNullValue())
                .body("message", equalTo("Batch processing started"))
                .body("data.total", equalTo(4))
                .body("data.finished", equalTo(false))
                .body("data.counts.PENDING", equalTo(3))
                .body("data.counts.REFUSED", equalTo(1))
                .body("data.files.filename", equalTo(List.of(name, "1.jpg", "2.jpg", "notes.txt")))
                .body("data.files[3].refusal.error_code", equalTo("BAD_REQUEST"))
                .body("data.files[3].refusal.details.content_type", equalTo("text/plain"))
                .extract()
                .path("data.batch_id");
        assertThat(accepted.header("Location")).isEqualTo(BATCH + "/" + id);
        assertThat(storedFiles()).isEqualTo(before + 3);
        List<JobId> jobs = jobsOf(accepted);
        assertThat(broker.published(ReceiptSubmitted.class).stream()
                        .filter(submitted -> jobs.contains(submitted.jobId())))
                .hasSize(3)
                .allSatisfy(submitted -> {
                    assertThat(submitted.submission().lane()).isEqualTo(Lane.BULK);
                    assertThat(submitted.submission().batch().id()).isEqualTo(BatchId.of(id));
                });

        // when
        broker.publish(Samples.step(jobs.get(0), Step.OCR), Samples.failed(jobs.get(1)));

        // then
        await().atMost(Polls.LONGEST)
                .until(() -> given().get(BATCH + "/" + id).<Integer>path("data.counts.FAILURE") == 1);
        Response status = given().header("Accept-Language", "pl").get(BATCH + "/" + id);
        status.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Retry-After", notNullValue())
                .body("data.files[0].status", equalTo("PROGRESS"))
                .body("data.files[0].step", equalTo(Step.OCR.id()))
                .body("data.files[1].status", equalTo("FAILURE"))
                .body("data.files[1].error_details.code", equalTo("PDF_ENCRYPTED"))
                .body("data.files[1].job_id", equalTo(jobs.get(1).toString()))
                .body("data.files[2].status", equalTo("PENDING"))
                .body("data.files[3].refusal.hint", startsWith("Żądanie, jego formularz lub jedno z jego pól"));

        // when
        given().delete(BATCH + "/" + id)
                .then()
                .statusCode(200)
                .body("data.cancel_requested", equalTo(2))
                .body("data.over", equalTo(1));

        // then
        assertThat(broker.published(CancelRequested.class))
                .extracting(CancelRequested::jobId)
                .contains(jobs.get(0), jobs.get(2))
                .doesNotContain(jobs.get(1));
    }

    @Test
    void shouldBeFoundByAnotherGateway() {
        // given
        Response accepted = given().multiPart("files", name, jpeg(500), "image/jpeg")
                .multiPart("files", "empty.jpg", new byte[0], "image/jpeg")
                .post(BATCH);
        BatchId id = BatchId.of(accepted.then().statusCode(202).extract().path("data.batch_id"));

        // when
        Vertx vertx = Vertx.vertx();
        Redis redis = Redis.createClient(vertx, redisAddress);
        try {
            Batch batch = BatchStores.of(redis).find(id).orElseThrow();

            // then
            assertThat(batch.files()).extracting(Batch.Entry::filename).containsExactly(name, "empty.jpg");
            assertThat(batch.files().get(1)).isInstanceOf(Batch.Refused.class);
        } finally {
            redis.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void shouldRefuseABatchWithoutOneGoodFileAndLeaveNothing() throws IOException {
        // given
        long before = storedFiles();

        // when, then
        given().multiPart(
                        "files", "a.zip", new Zips().with("../a.jpg", jpeg(100)).bytes(), "application/zip")
                .post(BATCH)
                .then()
                .statusCode(422)
                .body("error_code", equalTo("BATCH_REFUSED"))
                .body("details.files[0].filename", equalTo("a.zip"))
                .body("details.files[0].error_code", equalTo("ARCHIVE_REFUSED"));
        given().multiPart("user_id", "u1")
                .post(BATCH)
                .then()
                .statusCode(422)
                .body("error_code", equalTo("VALIDATION_ERROR"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldAnswerTheSameBatchOnce() {
        // given
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, 500);

        // when, then
        keyed(key, 500)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", equalTo("true"))
                .body(
                        "data.batch_id",
                        equalTo(first.then().statusCode(202).extract().path("data.batch_id")))
                .body("data.files.job_id", equalTo(first.path("data.files.job_id")));
        keyed(key, 501).then().statusCode(422).body("error_code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(broker.published(ReceiptSubmitted.class).stream()
                        .filter(job -> job.submission().filename().equals(name)))
                .hasSize(1);
    }

    @Test
    void shouldNotKnowABatchThatNobodySubmitted() {
        given().get(BATCH + "/" + BatchId.random())
                .then()
                .statusCode(404)
                .body("error_code", equalTo("BATCH_NOT_FOUND"));
        given().get(BATCH + "/none").then().statusCode(404);
        given().delete(BATCH + "/none").then().statusCode(404);
    }

    @Test
    void shouldAnswerVersion2WithWhatCameOfEachFile() {
        // given
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> given().multiPart("files", name, jpeg(1_000), "image/jpeg")
                        .multiPart("files", "notes.txt", "notes".getBytes(), "text/plain")
                        .multiPart("files", "b" + name, jpeg(900), "image/jpeg")
                        .post("/api/v2/receipts/batch_upload"));
        JobId read = submitted(name);
        JobId failed = submitted("b" + name);

        // when
        servers.save(read, Samples.document());
        broker.publish(
                Samples.step(read, Step.OCR),
                Samples.step(read, Step.AI_ANALYSIS),
                Samples.analyzed(read, store),
                Samples.saved(read),
                Samples.failed(failed));

        // then
        answer.join()
                .then()
                .statusCode(200)
                .body("status_code", equalTo(200))
                .body("message", equalTo("Batch processing completed: 1/3 successful"))
                .body("summary.total_files", equalTo(3))
                .body("summary.successful", equalTo(1))
                .body("summary.failed", equalTo(2))
                .body("summary.success_rate", equalTo(33.3f))
                .body("results.filename", equalTo(List.of(name, "notes.txt", "b" + name)))
                .body("results[0].success", equalTo(true))
                .body("results[0].analysis.store_name", equalTo("SKLEP POD LIPĄ"))
                .body("results[0].file_size", equalTo(1_000))
                .body("results[0].file_type", equalTo("image"))
                .body("results[0].error", nullValue())
                .body("results[1].success", equalTo(false))
                .body("results[1].error_code", equalTo("BAD_REQUEST"))
                .body("results[1].index", equalTo(1))
                .body("results[2].success", equalTo(false))
                .body("results[2].error_code", equalTo("OCR_PROCESSING_ERROR"));
    }

    @Test
    void shouldRefuseTooManyFilesInVersion2() throws IOException {
        // given
        long before = storedFiles();
        Zips archive = new Zips();
        for (int i = 0; i < 51; i++) {
            archive.with(i + ".jpg", jpeg(100));
        }

        // when, then
        given().multiPart("files", "a.zip", archive.bytes(), "application/zip")
                .post("/api/v2/receipts/batch_upload")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("BATCH_SIZE_LIMIT_EXCEEDED"));
        given().multiPart("user_id", "u1")
                .post("/api/v2/receipts/batch_upload")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("NO_FILES_PROVIDED"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    private JobId submitted(String filename) {
        return await().atMost(Polls.LONGEST)
                .until(
                        () -> broker.published(ReceiptSubmitted.class).stream()
                                .filter(job -> job.submission().filename().equals(filename))
                                .map(ReceiptSubmitted::jobId)
                                .toList(),
                        jobs -> !jobs.isEmpty())
                .getFirst();
    }

    private Response keyed(String key, int size) {
        return given().header("Idempotency-Key", key)
                .multiPart("files", name, jpeg(size), "image/jpeg")
                .post(BATCH);
    }

    private static List<JobId> jobsOf(Response accepted) {
        return accepted.<List<String>>path("data.files.job_id").stream()
                .filter(java.util.Objects::nonNull)
                .map(JobId::of)
                .toList();
    }
}
