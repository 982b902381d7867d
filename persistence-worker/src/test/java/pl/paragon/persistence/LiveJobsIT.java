package pl.paragon.persistence;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Jobs whose records Kafka has lost are submitted once more. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class LiveJobsIT extends AgainstRealServers {

    @Test
    void shouldResubmitWhatHasNotEndedUnderTheSameId() {
        // given
        Submission some = Fixtures.submission(job);
        Submission ofABatch = new Submission(
                some.filename(),
                some.file(),
                some.userId(),
                some.submitter(),
                some.submittedAt(),
                Lane.INTERACTIVE,
                "https://example.org/hook",
                new BatchPlace(new BatchId(UUID.randomUUID()), 2, 3));
        accept(new ReceiptSubmitted(job, Fixtures.NOW, ofABatch));
        JobId ended = JobId.random();
        accept(Fixtures.submitted(ended));
        arbiter.decide(ended, new JobEnded.Saved(UUID.randomUUID()));

        // when
        List<String> resubmitted =
                resubmit(some.submittedAt().plusSeconds(1)).jsonPath().getList("resubmitted");

        // then
        assertThat(resubmitted).contains(job.toString()).doesNotContain(ended.toString());
        ReceiptSubmitted again = Json.readEvent(
                Topic.RECEIPT_SUBMITTED_BULK,
                ReceiptSubmitted.class,
                broker.records(Topic.RECEIPT_SUBMITTED_BULK.id(), job.toString())
                        .getFirst()
                        .value());
        assertThat(again.submission())
                .usingRecursiveComparison()
                .ignoringFields("lane")
                .isEqualTo(ofABatch);
    }

    @Test
    void shouldLeaveAloneWhatWasSubmittedLater() {
        // given
        accept(Fixtures.submitted(job));

        // when
        Response answer = resubmit(Fixtures.submission(job).submittedAt());

        // then
        assertThat(answer.jsonPath().getList("resubmitted")).doesNotContain(job.toString());
        assertThat(post("/internal/live-jobs/resubmit").statusCode()).isEqualTo(400);
    }

    private void accept(ReceiptSubmitted submitted) {
        broker.publish(submitted);
        await().atMost(Broker.PATIENCE).until(() -> !database.rows(
                        "select 1 from job where job_id = ?", submitted.jobId().value())
                .isEmpty());
    }

    private static Response resubmit(Instant before) {
        return post("/internal/live-jobs/resubmit?submitted_before={before}", before.toString());
    }
}
