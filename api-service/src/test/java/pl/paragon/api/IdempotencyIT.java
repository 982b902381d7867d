package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.event.ReceiptSubmitted;

/** An upload that is sent again under its key is the same job. */
@QuarkusTest
@WithTestResource(RealServers.class)
class IdempotencyIT extends AgainstAGateway {

    private final String key = UUID.randomUUID().toString();
    private final String user = UUID.randomUUID().toString();

    @Test
    void shouldAnswerTheSameUploadWithTheSameJob() throws IOException {
        // given
        Response first = with(key, jpeg(500));
        first.then().statusCode(202).header("Idempotent-Replayed", nullValue());
        long stored = storedFiles();

        // when
        Response again = with("\"" + key + "\"", jpeg(500));

        // then
        again.then()
                .statusCode(202)
                .header("Idempotent-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .body("data.job_id", equalTo(first.path("data.job_id")))
                .body("data.submitted_at", equalTo(first.path("data.submitted_at")));
        assertThat(storedFiles()).isEqualTo(stored);
        with(key, jpeg(501))
                .then()
                .statusCode(422)
                .body("error_code", equalTo("IDEMPOTENCY_KEY_REUSED"))
                .body("hint", containsString("new key"));
        assertThat(storedFiles()).isEqualTo(stored);
        with(UUID.randomUUID().toString(), jpeg(500)).then().statusCode(202).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void shouldClaimTheKeyBeforeTheBodyIsRead() throws Exception {
        try (RawClient client = new RawClient("Idempotency-Key: " + key)) {
            // given half an upload
            long before = storedFiles();
            client.beginAnnouncedUpload(1_000_000, jpeg(400_000));
            await().atMost(Polls.LONGEST).until(() -> storedFiles() > before);

            // when, then
            with(key, jpeg(500))
                    .then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("error_code", equalTo("IDEMPOTENCY_KEY_IN_FLIGHT"));
        }

        // and an upload that broke off frees it
        await().atMost(Polls.LONGEST).until(() -> with(key, jpeg(500)).statusCode() == 202);
    }

    @Test
    void shouldFreeTheKeyOfAnUploadThatIsRefused() {
        given().header("Idempotency-Key", key)
                .multiPart("file", "a.png", jpeg(10), "image/png")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400);

        with(key, jpeg(500)).then().statusCode(202).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void shouldMakeOneJobOfABurst() throws Exception {
        // given
        Callable<Response> one = () -> with(key, jpeg(777));

        // when
        List<Future<Response>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Collections.nCopies(24, one));
        }

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.resultNow().statusCode())
                .isIn(202, 409));
        assertThat(answers.stream()
                        .map(Future::resultNow)
                        .filter(answer -> answer.statusCode() == 202)
                        .map(answer -> jobOf(answer)))
                .isNotEmpty()
                .containsOnly(jobOf(with(key, jpeg(777))));
        assertThat(broker.published(ReceiptSubmitted.class).stream()
                        .filter(submitted -> submitted.submission().file().size() == 777))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a\tb", "256"})
    void shouldRefuseWhatIsNoKey(String header) {
        with(header.equals("256") ? "k".repeat(256) : header, jpeg(500))
                .then()
                .statusCode(400)
                .body("message", equalTo("Invalid Idempotency-Key header"))
                .body("details.error", notNullValue());
    }

    @Test
    void shouldRefuseTwoKeys() {
        upload(jpeg(500))
                .header("Idempotency-Key", key, "another")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(400);
    }

    private Response with(String key, byte[] picture) {
        return upload(picture)
                .queryParam("user_id", user)
                .header("Idempotency-Key", key)
                .post("/api/v3/receipts/process");
    }
}
