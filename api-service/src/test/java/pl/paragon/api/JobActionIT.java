package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.action.ActionFilter;
import pl.paragon.contracts.action.ActionKind;
import pl.paragon.contracts.action.JobAction;
import pl.paragon.contracts.job.JobId;

/** Acting on all jobs that match a filter, over HTTP; what is done is said by a played persistence-worker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JobActionIT extends AgainstAGateway {

    private static final String ACTIONS = "/api/v3/receipts/jobs/actions";
    private static final JobId GONE = JobId.of("00000000-0000-4000-8000-000000000001");

    private final UUID id = UUID.randomUUID();

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldStartAnActionAndTellHowFarItIs() {
        // given
        servers.act(action(3, 1, 1));

        // when, then
        given().contentType("application/json")
                .body("{\"action\": \"retry\", \"filter\": {\"from\": \"2026-03-14\"}}")
                .post(ACTIONS)
                .then()
                .statusCode(202)
                .header("Location", equalTo(ACTIONS + "/" + id))
                .header("Retry-After", notNullValue())
                .body("message", equalTo("Action started"))
                .body("data.action_id", equalTo(id.toString()))
                .body("data.action", equalTo("retry"))
                .body("data.requested_at", equalTo("2026-03-14T12:00:00Z"))
                .body("data.finished", equalTo(false))
                .body("data.matched", equalTo(3))
                .body("data.done", equalTo(1))
                .body("data.failed", equalTo(1))
                .body("data.running", equalTo(1))
                .body("data.failures[0].job_id", equalTo(GONE.toString()))
                .body("data.failures[0].reason", equalTo("FILE_GONE"));
        assertThat(servers.lastAction()).contains("\"submitter\":\"anonymous\"", "\"action\":\"RETRY\"");
        servers.act(action(3, 2, 1));
        given().get(ACTIONS + "/" + id)
                .then()
                .statusCode(200)
                .header("Retry-After", nullValue())
                .body("data.finished", equalTo(true))
                .body("data.running", equalTo(0));
    }

    @Test
    void shouldRefuseAFilterThatMatchesEverything() {
        given().contentType("application/json")
                .body("{\"action\": \"delete\", \"filter\": {}}")
                .post(ACTIONS)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("details.field", equalTo("filter"))
                .body("details.error", containsString("at least one"));
    }

    @Test
    void shouldNotKnowSomebodyElsesAction() {
        given().get(ACTIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("error_code", equalTo("ACTION_NOT_FOUND"));
        given().get(ACTIONS + "/none").then().statusCode(404);
    }

    @Test
    void shouldBeUnavailableWithoutTheDatabase() {
        servers.setDatabaseAway(true);

        given().get(ACTIONS + "/" + id).then().statusCode(503).header("Retry-After", notNullValue());
        given().contentType("application/json")
                .body("{\"action\": \"cancel\", \"filter\": {\"status\": \"UNFINISHED\"}}")
                .post(ACTIONS)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
    }

    private JobAction action(int matched, int done, int failed) {
        return new JobAction(
                id,
                ActionKind.RETRY,
                new ActionFilter(null, Samples.NOON, null, null),
                Samples.NOON,
                matched,
                done,
                failed,
                List.of(new JobAction.Failure(GONE, JobAction.Reason.FILE_GONE)));
    }
}
