package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;

/** What a client sees of a job, and what it can do about it. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JobIT extends AgainstAGateway {

    @Inject
    ReceiptFileStore store;

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
    void shouldShowWhatTheWorkersPublish() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        // when, then
        for (Step step : Step.values()) {
            if (step.stage() == Stage.OCR) {
                broker.publish(Samples.step(job, step));
                Polls.until(job, "data.message", step.message());
                status(job).body("data.status", equalTo("PROGRESS")).body("data.step", equalTo(step.id()));
            }
        }
        broker.publish(Samples.retry(job));
        eventually(job, "RETRY")
                .body("data.message", equalTo("Task is being retried"))
                .body("data.retry_info.attempt", equalTo(1));

        // when the rest comes in a strange order
        broker.publish(Samples.saved(job), Samples.step(job, Step.AI_ANALYSIS));
        eventually(job, "PROGRESS");
        broker.publish(Samples.analyzed(job, store));

        // then
        eventually(job, "SUCCESS")
                .body("data.message", equalTo("Task completed successfully"))
                .body("data.result.task_id", equalTo(job.toString()))
                .body("data.result.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .body(containsString("\"total_amount\":15.50"));
        broker.publish(Samples.step(job, Step.OCR));
        JobId later = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        broker.publish(Samples.step(later, Step.OCR));
        eventually(later, "PROGRESS");
        status(job).body("data.status", equalTo("SUCCESS"));
    }

    @Test
    void shouldHoldTheAnswerBackUntilTheJobChangesIfTheClientPrefersSo() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(
                () -> given().header("Prefer", "wait=60").get("/api/v3/receipts/status/" + job));
        await().atMost(Polls.LONGEST)
                .until(() -> given().get("/q/metrics").asString().contains("paragon_feed_watches 1.0"));

        // when
        broker.publish(Samples.step(job, Step.OCR));

        // then
        answer.join()
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("wait=60"))
                .header("Cache-Control", equalTo("no-store"))
                .body("data.status", equalTo("PROGRESS"));
    }

    @Test
    void shouldShowWhatWasSavedIfTheFileIsGoneAndMakeNothingUpIfNobodyHasIt() throws IOException {
        // given a finished job whose file was lost before anybody asked
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        ReceiptAnalyzed analyzed = Samples.analyzed(job, store);
        store.delete(job);

        // when
        broker.publish(analyzed, Samples.saved(job));

        // then
        await().atMost(Polls.LONGEST).until(() -> Polls.status(job).statusCode() == 503);
        Polls.status(job)
                .then()
                .header("Retry-After", notNullValue())
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("details.error", equalTo("The result is unavailable"));

        // when
        servers.save(job, Samples.document());

        // then
        eventually(job, "SUCCESS").body("data.result.analysis.items[0].name", equalTo("CHLEB WIEJSKI"));
    }

    @Test
    void shouldDeleteAFinishedJobAndNotARunningOne() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        given().delete("/api/v3/receipts/" + job)
                .then()
                .statusCode(409)
                .body("error_code", equalTo("JOB_RUNNING"))
                .body("message", containsString("cancel it first"));
        broker.publish(Samples.analyzed(job, store), Samples.saved(job));
        eventually(job, "SUCCESS");
        servers.save(job, Samples.document());

        // when
        given().delete("/api/v3/receipts/" + job)
                .then()
                .statusCode(200)
                .body("status_code", equalTo(200))
                .body("data.job_id", equalTo(job.toString()))
                .body("data.deleted_at", notNullValue());

        // then
        assertThat(Polls.status(job).statusCode()).isEqualTo(404);
        given().delete("/api/v3/receipts/" + JobId.random()).then().statusCode(404);
    }

    @Test
    void shouldShowHowAJobEndedThatRedisAndTheTopicsHaveForgotten() {
        // given
        JobId saved = JobId.random();
        JobId failed = JobId.random();
        JobId cancelled = JobId.random();
        JobId anothers = JobId.random();
        servers.save(saved, Samples.document());
        servers.archive(new JobHistory(Samples.submitted(saved), Samples.analyzed(saved), Samples.saved(saved)));
        servers.archive(new JobHistory(Samples.submitted(failed), null, Samples.failed(failed)));
        servers.archive(new JobHistory(Samples.submitted(cancelled), null, Samples.cancelled(cancelled)));
        servers.archive(new JobHistory(Samples.submittedBy("somebody", anothers), null, Samples.failed(anothers)));

        // when / then
        status(saved)
                .body("data.status", equalTo("SUCCESS"))
                .body("data.filename", equalTo("paragon.jpg"))
                .body("data.result.analysis.items[0].name", equalTo("CHLEB WIEJSKI"))
                .body("data.result.metadata.processing_seconds", equalTo(95.0f));
        status(failed)
                .body("data.status", equalTo("FAILURE"))
                .body("data.error_details.code", equalTo("PDF_ENCRYPTED"));
        status(cancelled).body("data.status", equalTo("REVOKED"));
        cancel(failed.toString()).body("data.known", equalTo(true)).body("data.status", equalTo("FAILURE"));
        assertThat(Polls.status(anothers).statusCode()).isEqualTo(404);
        assertThat(Polls.status(JobId.random()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotCallAJobUnknownWhileTheDatabaseIsAway() {
        // given
        JobId running = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        servers.setDatabaseAway(true);

        try {
            // when / then
            Polls.status(JobId.random())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("details.error", equalTo("The database is unavailable"));
            status(running).body("data.status", equalTo("PENDING"));
        } finally {
            servers.setDatabaseAway(false);
        }
        assertThat(Polls.status(JobId.random()).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldShowAFailureAsASentenceAndAsAnObject() {
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        broker.publish(Samples.failed(job));

        eventually(job, "FAILURE")
                .body("data.message", equalTo("Task failed"))
                .body("data.error", containsString("zabezpieczony hasłem"))
                .body("data.error_details.code", equalTo("PDF_ENCRYPTED"))
                .body("data.error_details.stage", equalTo("ocr"));
    }

    @Test
    void shouldPublishACancelAndShowItOnceItIsConfirmed() {
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
        broker.publish(Samples.cancelled(job));
        eventually(job, "REVOKED").body("data.cancel_requested", nullValue());

        // when it is too late
        cancel(job.toString()).body("data.known", equalTo(true)).body("data.status", equalTo("REVOKED"));

        // then
        assertThat(cancels(job)).hasSize(1);
    }

    @Test
    void shouldRevealNothingOfAnUnknownJob() {
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
    void shouldDeadLetterARecordThatCannotBeDecodedAndGoOn() {
        // given
        JobId job = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));

        // when
        broker.send(Topic.STEP_STARTED.id(), job.toString(), "{not json".getBytes());
        broker.publish(Samples.step(job, Step.SAVING));

        // then
        eventually(job, "PROGRESS").body("data.progress", equalTo(90));
        List<ConsumerRecord<String, byte[]>> dead = broker.records(Topic.STEP_STARTED.deadLetterId(), job.toString());
        assertThat(dead).hasSize(1);
        assertThat(dead.getFirst().value()).isEqualTo("{not json".getBytes());
        assertThat(dead.getFirst().headers().lastHeader("dead-letter-reason")).isNotNull();
    }

    private List<CancelRequested> cancels(JobId job) {
        return broker.published(job, CancelRequested.class);
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
}
