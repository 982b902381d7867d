package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.ActionRequest;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobDeleted;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Acting on all jobs that match a filter. */
@QuarkusTest
@TestProfile(JobActionsIT.FewJobs.class)
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class JobActionsIT extends AgainstRealServers {

    /** An action may match five jobs, and two are taken up at a time. */
    public static final class FewJobs implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "paragon.actions.most-jobs", "5",
                    "paragon.actions.at-a-time", "2",
                    "paragon.actions.every", "100ms");
        }
    }

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final ActionFilter ALL_OF_THE_DAY = new ActionFilter(null, TEN.minusSeconds(1), null, null);

    private final String submitter = "s" + UUID.randomUUID();

    @Test
    void shouldRetryWhatFailedOnceAndDownTheBulkLane() throws IOException {
        // given
        JobId first = accept(submitter, "a.jpg");
        JobId second = accept(submitter, "b.jpg");
        JobId live = accept(submitter, "c.jpg");
        JobId others = accept("somebody else", "a.jpg");
        fail(first, second, others);
        store.delete(second);

        // when
        ActionRequest request = request(ActionKind.RETRY, ALL_OF_THE_DAY);
        begin(request);
        JobAction finished = finished(request);

        // then
        assertThat(finished.matched()).isEqualTo(2);
        assertThat(finished.done()).isEqualTo(1);
        assertThat(finished.failures()).containsExactly(new JobAction.Failure(second, JobAction.Reason.FILE_GONE));
        assertThat(replayedAs(first)).hasSize(1);
        JobId as = new JobId((UUID) replayedAs(first).getFirst().get("replayed_as"));
        Submission submission = Json.readEvent(
                        Topic.RECEIPT_SUBMITTED_BULK,
                        ReceiptSubmitted.class,
                        broker.records(Topic.RECEIPT_SUBMITTED_BULK.id(), as.toString())
                                .getFirst()
                                .value())
                .submission();
        assertThat(submission.lane()).isEqualTo(Lane.BULK);
        assertThat(submission.submitter()).isEqualTo(submitter);
        assertThat(replayedAs(live)).isEmpty();
        assertThat(replayedAs(others)).as("of somebody else").isEmpty();

        // and the same wish again is the same action
        assertThat(begin(request)).isEqualTo(finished);
    }

    @Test
    void shouldCancelWhatHasNotEndedAndMatches() throws IOException {
        // given
        JobId live = accept(submitter, "Zakupy 100%.jpg");
        JobId other = accept(submitter, "b.jpg");
        JobId ended = accept(submitter, "zakupy.jpg");
        fail(ended);

        // when
        ActionRequest request = request(ActionKind.CANCEL, new ActionFilter("not_yet", null, null, "ZAKUPY"));
        begin(request);

        // then
        assertThat(finished(request).done()).isEqualTo(1);
        assertThat(broker.await(live, CancelRequested.class).requestedBy()).isEqualTo(submitter);
        assertThat(broker.await(live, JobEnded.class).outcome()).isEqualTo(new JobEnded.Cancelled());
        assertThat(database.outcomes(other)).isEmpty();
    }

    @Test
    void shouldDeleteWhatHasEndedInThatTime() throws IOException {
        // given
        JobId failed = accept(submitter, "a.jpg");
        JobId live = accept(submitter, "b.jpg");
        fail(failed);

        // when
        ActionRequest request =
                request(ActionKind.DELETE, new ActionFilter("failed", TEN.minusSeconds(1), TEN.plusSeconds(1), null));
        begin(request);

        // then
        assertThat(finished(request).matched()).isEqualTo(1);
        broker.await(failed, JobDeleted.class);
        assertThat(database.rows("select 1 as one from job where job_id = ? and deleted_at is null", failed.value()))
                .isEmpty();
        assertThat(database.rows("select 1 as one from job where job_id = ? and deleted_at is null", live.value()))
                .hasSize(1);
        assertThat(finished(request(ActionKind.DELETE, new ActionFilter(null, TEN.plusSeconds(9), null, null), true))
                        .matched())
                .isZero();
    }

    @Test
    void shouldGoOnWithWhatADeadWorkerHadTakenUp() throws IOException {
        // given an action whose only job a worker has taken up for an hour
        JobId failed = accept(submitter, "a.jpg");
        fail(failed);
        ActionRequest request = request(ActionKind.DELETE, ALL_OF_THE_DAY);
        takenUp(request, failed, "now() + interval '1 hour'");
        await().during(java.time.Duration.ofSeconds(2))
                .atMost(Broker.PATIENCE)
                .until(() -> find(request.id()).done() == 0);

        // when
        database.rows(
                "update job_action_item set taken_until = now() - interval '1 second'"
                        + " where action_id = ? returning job_id",
                request.id());

        // then
        assertThat(finished(request).done()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatHasBecomeImpossibleMeanwhile() throws IOException {
        // given
        JobId ended = accept(submitter, "a.jpg");
        fail(ended);
        ActionRequest request = request(ActionKind.CANCEL, ALL_OF_THE_DAY);

        // when
        takenUp(request, ended, "null");

        // then
        assertThat(finished(request).failures()).containsExactly(new JobAction.Failure(ended, JobAction.Reason.ENDED));
    }

    @Test
    void shouldRefuseMoreThanAnActionMayHaveAndDoNothing() throws IOException {
        // given
        for (int i = 0; i < 6; i++) {
            accept(submitter, i + ".jpg");
        }

        // when
        ActionRequest request = request(ActionKind.CANCEL, ALL_OF_THE_DAY);
        Response answer = post(request);

        // then
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getInt("most")).isEqualTo(5);
        assertThat(database.rows("select * from job_action where action_id = ?", request.id()))
                .isEmpty();
        assertThat(database.rows("select * from job_action_item where action_id = ?", request.id()))
                .isEmpty();
    }

    @Test
    void shouldShowAnActionToItsOwnerOnly() {
        // given
        ActionRequest request = request(ActionKind.CANCEL, ALL_OF_THE_DAY);
        begin(request);

        // when, then
        given().queryParam("submitter", "somebody else")
                .get("/internal/actions/" + request.id())
                .then()
                .statusCode(404);
        given().queryParam("submitter", submitter)
                .get("/internal/actions/none")
                .then()
                .statusCode(404);
        assertThat(post(new ActionRequest(request.id(), submitter, ActionKind.DELETE, ALL_OF_THE_DAY))
                        .statusCode())
                .as("another action of this id")
                .isEqualTo(409);
        assertThat(given().body("{}").post("/internal/actions").statusCode()).isEqualTo(400);
    }

    /** As if a worker had noted the action and taken up its job. */
    private void takenUp(ActionRequest request, JobId item, String until) {
        database.rows(
                "insert into job_action values (?, ?, ?, cast(? as jsonb), now(), 1) returning action_id",
                request.id(),
                submitter,
                request.action().name().toLowerCase(java.util.Locale.ROOT),
                Json.writeText(request.filter()));
        database.rows(
                "insert into job_action_item (action_id, job_id, taken_until) values (?, ?, " + until
                        + ") returning job_id",
                request.id(),
                item.value());
    }

    private ActionRequest request(ActionKind kind, ActionFilter filter) {
        return new ActionRequest(UUID.randomUUID(), submitter, kind, filter);
    }

    private ActionRequest request(ActionKind kind, ActionFilter filter, boolean begun) {
        ActionRequest request = request(kind, filter);
        if (begun) {
            begin(request);
        }
        return request;
    }

    private JobAction begin(ActionRequest request) {
        return Json.read(post(request).then().statusCode(200).extract().asByteArray(), JobAction.class);
    }

    private static Response post(ActionRequest request) {
        return given().contentType("application/json").body(Json.write(request)).post("/internal/actions");
    }

    private JobAction finished(ActionRequest request) {
        return await().atMost(Broker.PATIENCE)
                .until(() -> find(request.id()), action -> action.done() + action.failed() == action.matched());
    }

    private JobAction find(UUID id) {
        Response answer = given().queryParam("submitter", submitter).get("/internal/actions/" + id);
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), JobAction.class);
    }

    private List<Map<String, Object>> replayedAs(JobId failed) {
        return database.rows("select replayed_as from job_replay where job_id = ?", failed.value());
    }

    private void fail(JobId... jobs) {
        for (JobId failing : jobs) {
            broker.publish(Fixtures.failed(failing));
            broker.await(failing, JobEnded.class);
        }
    }

    private JobId accept(String owner, String filename) throws IOException {
        JobId accepted = JobId.random();
        FileReference file =
                store.put(accepted, "upload", "image/jpeg", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        broker.publish(new ReceiptSubmitted(accepted, TEN, new Submission(filename, file, null, owner, TEN)));
        await().atMost(Broker.PATIENCE)
                .until(() -> !database.rows("select * from job where job_id = ?", accepted.value())
                        .isEmpty());
        return accepted;
    }
}
