package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static pl.paragon.api.Uploads.jpeg;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;

/** What version 2 keeps is one job, however often it is sent with one key. */
@QuarkusTest
@WithTestResource(RealServers.class)
class V2IdempotencyIT extends AgainstPlayedWorkers {

    private final String key = UUID.randomUUID().toString();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void shouldAnswerAClientThatComesAgainWithTheReceiptOfItsFirstRequest() throws IOException {
        // given a client that hangs up
        JobId job;
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                    + "\"\r\nContent-Type: image/jpeg\r\n\r\n\u00ff\u00d8\u00ff\0\0\r\n--x--\r\n";
            client.getOutputStream()
                    .write(("POST /api/v2/receipts/process HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: " + key
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
            await().atMost(Polls.LONGEST).until(() -> submitted().size() == 1);
            job = submitted().getFirst();
            await().atMost(Polls.LONGEST).until(() -> watches() == 1);
        }
        await().atMost(Polls.LONGEST).until(() -> watches() == 0);

        // when
        CompletableFuture<Response> again = CompletableFuture.supplyAsync(
                () -> keyed().multiPart("file", filename, jpeg(5), "image/jpeg").post("/api/v2/receipts/process"),
                clients);
        await().atMost(Polls.LONGEST).until(() -> watches() == 1);
        read(job);

        // then
        again.join()
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("data.metadata.job_id", equalTo(job.toString()));
        assertThat(submitted()).containsExactly(job);
        assertThat(broker.published(CancelRequested.class))
                .extracting(CancelRequested::jobId)
                .doesNotContain(job);
    }

    @Test
    void shouldStartATaskOnce() {
        // given
        Response first = start(500);
        first.then().statusCode(202).header("Idempotent-Replayed", nullValue());

        // when, then
        start(500)
                .then()
                .statusCode(202)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("task_id", equalTo(first.path("task_id")));
        keyed().multiPart("file", filename, jpeg(500), "image/jpeg")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(202)
                .body("data.job_id", equalTo(first.path("task_id")));
        start(501).then().statusCode(422).body("error_code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        given().header("Idempotency-Key", "k".repeat(256))
                .multiPart("file", filename, jpeg(500), "image/jpeg")
                .post("/api/v2/receipts/process_async")
                .then()
                .statusCode(400)
                .body("message", equalTo("Invalid Idempotency-Key header"));
        assertThat(submitted()).hasSize(1);
    }

    @Test
    void shouldSaveAnEntryOnce() {
        // given
        List<JobId> before = submissions("receipt.json");
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> save("LIDL"), clients);
        await().atMost(Polls.LONGEST).until(() -> watches() == 1);
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> save("LIDL"), clients);
        await().atMost(Polls.LONGEST).until(() -> watches() == 2);

        // when
        JobId job = newSubmission("receipt.json", before);
        read(job);

        // then
        String id = job.toString();
        first.join().then().statusCode(200).body("data.job_id", equalTo(id));
        second.join()
                .then()
                .statusCode(200)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("data.job_id", equalTo(id));
        save("BIEDRONKA").then().statusCode(422).body("error_code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void shouldAnswerABatchThatIsSentAgainWithTheSameReceipts() {
        // given
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(this::batch, clients);
        await().atMost(Polls.LONGEST).until(() -> submitted().size() == 1);

        // when
        read(submitted().getFirst());

        // then
        first.join().then().statusCode(200).body("summary.successful", equalTo(1));
        batch().then()
                .statusCode(200)
                .header("Idempotent-Replayed", equalTo("true"))
                .body("results", equalTo(first.join().path("results")));
        assertThat(submitted()).hasSize(1);
    }

    private RequestSpecification keyed() {
        return given().header("Idempotency-Key", key);
    }

    private Response start(int size) {
        return keyed().multiPart("file", filename, jpeg(size), "image/jpeg").post("/api/v2/receipts/process_async");
    }

    private Response batch() {
        return keyed().multiPart("files", filename, jpeg(500), "image/jpeg").post("/api/v2/receipts/batch_upload");
    }

    private Response save(String store) {
        return keyed().contentType("application/json")
                .body("{\"trip_date\":\"2024-06-01\",\"store_name\":\"" + store + "\",\"products\":[]}")
                .post("/api/v2/receipts/save");
    }
}
