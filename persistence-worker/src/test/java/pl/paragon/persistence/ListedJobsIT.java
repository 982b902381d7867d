package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.job.BatchPlace;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** The lists of jobs that the gateway asks for; each test has a submitter of its own. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class ListedJobsIT extends AgainstRealServers {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private final String submitter = "submitter-" + job;

    @Test
    void shouldListTheJobsOfASubmitterNewestFirstPageByPage() {
        // given
        JobId first = accept(submitter, "a.jpg", TEN);
        JobId second = accept(submitter, "b.jpg", TEN.plusSeconds(60));
        JobId third = accept(submitter, "c.jpg", TEN.plusSeconds(120));
        accept("somebody else", "d.jpg", TEN);

        // when
        JobPage page = page(mine(2));
        JobHistory last = page.jobs().getLast();
        JobPage next = page(mine(2).queryParam(
                        "after_time",
                        last.submitted().submission().submittedAt().toString())
                .queryParam("after_job", last.submitted().jobId().toString()));

        // then
        assertThat(ids(page)).containsExactly(third, second);
        assertThat(page.more()).isTrue();
        assertThat(ids(next)).containsExactly(first);
        assertThat(next.more()).isFalse();
        assertThat(next.jobs().getFirst().submitted().submission().filename()).isEqualTo("a.jpg");
        assertThat(next.jobs().getFirst().ended()).isNull();
    }

    @Test
    void shouldListByHowJobsEnded() {
        // given
        JobId live = accept(submitter, "a.jpg", TEN);
        JobId failed = accept(submitter, "b.jpg", TEN.plusSeconds(1));
        JobId cancelled = accept(submitter, "c.jpg", TEN.plusSeconds(2));
        JobId saved = accept(submitter, "d.jpg", TEN.plusSeconds(3));
        broker.publish(Fixtures.failed(failed), Fixtures.cancelled(cancelled));
        broker.publish(Fixtures.analyzedNow(saved, Fixtures.document(), store));
        JobEnded end = broker.await(failed, JobEnded.class);
        broker.await(cancelled, JobEnded.class);
        broker.await(saved, JobEnded.class);

        // when, then
        assertThat(ids(ended("not_yet"))).containsExactly(live);
        assertThat(ids(ended("failed"))).containsExactly(failed);
        assertThat(ended("failed").jobs().getFirst().ended()).isEqualTo(end);
        assertThat(ids(ended("cancelled"))).containsExactly(cancelled);
        assertThat(ids(ended("saved"))).containsExactly(saved);
        assertThat(ids(page(mine()))).containsExactly(saved, cancelled, failed, live);
    }

    @Test
    void shouldKnowTheEndOfAJobThatIsRegisteredAfterIt() {
        // given
        broker.publish(Fixtures.failed(job));
        broker.await(job, JobEnded.class);

        // when
        accept(job, submitter, "late.jpg", TEN);

        // then
        assertThat(ids(ended("failed"))).containsExactly(job);
        assertThat(ids(ended("not_yet"))).isEmpty();
    }

    @Test
    void shouldListByTimeAndByTheFilesName() {
        // given
        JobId early = accept(submitter, "Zakupy 100%.jpg", TEN);
        JobId late = accept(submitter, "zakupy_1.jpg", TEN.plusSeconds(60));

        // when, then
        assertThat(ids(page(mine().queryParam("from", "2026-03-02T10:01:00Z")))).containsExactly(late);
        assertThat(ids(page(mine().queryParam("until", "2026-03-02T10:01:00Z"))))
                .containsExactly(early);
        assertThat(ids(page(mine().queryParam("filename", "ZAKUPY")))).containsExactly(late, early);
        assertThat(ids(page(mine().queryParam("filename", "0%")))).containsExactly(early);
        assertThat(ids(page(mine().queryParam("filename", "_")))).containsExactly(late);
        assertThat(ids(page(mine().queryParam("filename", "%j")))).isEmpty();
    }

    @Test
    void shouldNotListWhatWasDeletedOrIsKeptNoLonger() {
        // given
        JobId deleted = accept(submitter, "a.jpg", TEN);
        JobId expired = accept(submitter, "b.jpg", TEN);
        broker.publish(Fixtures.failed(deleted));
        broker.publish(Fixtures.analyzedNow(expired, Fixtures.document(), store));
        broker.await(deleted, JobEnded.class);
        broker.await(expired, JobEnded.class);
        assertThat(ids(page(mine()))).containsExactlyInAnyOrder(deleted, expired);

        // when
        given().queryParam("submitter", submitter)
                .delete("/internal/jobs/" + deleted)
                .then()
                .statusCode(200);
        database.rows("delete from receipt where job_id = ? returning job_id", expired.value());

        // then
        assertThat(page(mine()).jobs()).isEmpty();
    }

    @Test
    void shouldListTheJobsOfABatchInItsOrder() {
        // given
        BatchId batch = BatchId.random();
        JobId third = acceptInBatch(new BatchPlace(batch, 3, 4), submitter);
        JobId first = acceptInBatch(new BatchPlace(batch, 1, 4), submitter);
        acceptInBatch(new BatchPlace(batch, 2, 4), "somebody else");
        accept(submitter, "alone.jpg", TEN);
        broker.publish(Fixtures.failed(third));
        JobEnded end = broker.await(third, JobEnded.class);

        // when
        JobPage jobs = batch(batch, submitter);

        // then
        assertThat(ids(jobs)).containsExactly(first, third);
        assertThat(jobs.jobs().getLast().ended()).isEqualTo(end);
        assertThat(jobs.jobs().getLast().submitted().submission().batch()).isEqualTo(new BatchPlace(batch, 3, 4));
        assertThat(batch(BatchId.random(), submitter).jobs()).isEmpty();
        mine().get("/internal/batches/1").then().statusCode(400);
        given().get("/internal/batches/" + batch).then().statusCode(400);
    }

    private static JobPage batch(BatchId batch, String owner) {
        Response answer = given().queryParam("submitter", owner).get("/internal/batches/" + batch);
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), JobPage.class);
    }

    private JobId acceptInBatch(BatchPlace place, String owner) {
        JobId accepted = place.id().jobAt(place.position());
        Submission said = Fixtures.submission(accepted);
        publish(new ReceiptSubmitted(
                accepted, TEN, new Submission("b.jpg", said.file(), null, owner, TEN, Lane.BULK, place)));
        return accepted;
    }

    @Test
    void shouldRefuseWhatIsNoQuery() {
        Stream.of(
                        Map.of("ended", "lost"),
                        Map.of("from", "yesterday"),
                        Map.of("until", "1"),
                        Map.of("after_time", "now"),
                        Map.of("after_time", "2026-03-02T10:00:00Z", "after_job", "1"))
                .forEach(query -> assertThat(
                                mine().queryParams(query).get("/internal/jobs").statusCode())
                        .as("%s", query)
                        .isEqualTo(400));
        assertThat(given().get("/internal/jobs").statusCode()).isEqualTo(400);
    }

    private RequestSpecification mine() {
        return mine(50);
    }

    private RequestSpecification mine(int limit) {
        return given().queryParam("submitter", submitter).queryParam("limit", limit);
    }

    private JobPage ended(String how) {
        return page(mine().queryParam("ended", how));
    }

    private static JobPage page(RequestSpecification request) {
        Response answer = request.get("/internal/jobs");
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), JobPage.class);
    }

    private static List<JobId> ids(JobPage page) {
        return page.jobs().stream().map(it -> it.submitted().jobId()).toList();
    }

    private JobId accept(String owner, String filename, Instant at) {
        return accept(JobId.random(), owner, filename, at);
    }

    private JobId accept(JobId accepted, String owner, String filename, Instant at) {
        Submission said = Fixtures.submission(accepted);
        publish(new ReceiptSubmitted(accepted, at, new Submission(filename, said.file(), said.userId(), owner, at)));
        return accepted;
    }

    private void publish(ReceiptSubmitted submitted) {
        broker.publish(submitted);
        await().atMost(Broker.PATIENCE).until(() -> !database.rows(
                        "select * from job where job_id = ?", submitted.jobId().value())
                .isEmpty());
    }
}
