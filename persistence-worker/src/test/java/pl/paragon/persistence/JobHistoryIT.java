package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** What the gateway is told of a job whose facts are gone. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class JobHistoryIT extends AgainstRealServers {

    @Test
    void shouldTellASavedJobAsItsEventsDid() {
        // given
        accept();
        ReceiptAnalyzed analyzed = Fixtures.analyzedNow(job, Fixtures.document(), store);
        broker.publish(analyzed);
        JobEnded end = broker.await(job, JobEnded.class);

        // when
        JobHistory history = history();

        // then
        assertThat(history.submitted().submission()).isEqualTo(Fixtures.submission(job));
        assertThat(history.analyzed().analysis()).isEqualTo(analyzed.analysis());
        assertThat(history.analyzed().workStartedAt())
                .isCloseTo(
                        analyzed.workStartedAt(),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MICROS));
        assertThat(history.ended()).isEqualTo(end);
    }

    @Test
    void shouldTellHowAJobFailedOrThatItWasCancelled() {
        // given
        JobId cancelled = JobId.random();
        broker.publish(Fixtures.submitted(job), Fixtures.submitted(cancelled));
        broker.publish(Fixtures.failed(job), Fixtures.cancelled(cancelled));
        await().atMost(Broker.PATIENCE).until(() -> Stream.of(job, cancelled)
                .allMatch(each -> isKnown(each) && !database.outcomes(each).isEmpty()));

        // when / then
        assertThat(history().ended().outcome())
                .isInstanceOfSatisfying(JobEnded.Failed.class, failed -> assertThat(failed.error())
                        .isEqualTo(Fixtures.failed(job).error()));
        assertThat(history().analyzed()).isNull();
        assertThat(history(cancelled).ended().outcome()).isEqualTo(new JobEnded.Cancelled());
    }

    @Test
    void shouldTellThatAJobHasNotEnded() {
        accept();

        assertThat(history().events()).containsExactly(history().submitted());
    }

    @Test
    void shouldTellASavedJobThatIsOlderThanTheRegister() {
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        assertThat(history().submitted().submission()).isEqualTo(Fixtures.submission(job));
        assertThat(history().ended().outcome()).isInstanceOf(JobEnded.Saved.class);
    }

    @Test
    void shouldNotTellOfAJobThatNobodySubmittedOrThatWasDeleted() {
        // given
        accept();
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        broker.await(job, JobEnded.class);

        // when
        given().queryParam("submitter", "anonymous")
                .delete("/internal/jobs/" + job)
                .then()
                .statusCode(200);

        // then
        List.of(job.toString(), JobId.random().toString(), "no-job")
                .forEach(id -> assertThat(get("/internal/jobs/" + id).statusCode())
                        .as(id)
                        .isEqualTo(404));
    }

    private JobHistory history() {
        return history(job);
    }

    private static JobHistory history(JobId job) {
        return Json.read(
                get("/internal/jobs/" + job).then().statusCode(200).extract().asByteArray(), JobHistory.class);
    }

    private void accept() {
        broker.publish(Fixtures.submitted(job));
        await().atMost(Broker.PATIENCE).until(() -> isKnown(job));
    }

    private boolean isKnown(JobId job) {
        return !database.rows("select * from job where job_id = ?", job.value()).isEmpty();
    }
}
