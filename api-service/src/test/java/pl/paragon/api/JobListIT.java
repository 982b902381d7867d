package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

/** A client's list of its jobs; which there are is said by a played persistence-worker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class JobListIT extends AgainstAGateway {

    private final JobId ended = JobId.random();

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldListJobsWithWhereTheyStand() {
        // given
        JobId worked = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        broker.publish(Samples.step(worked, Step.OCR));
        Polls.until(worked, "data.status", "PROGRESS");
        servers.listJobs(new JobPage(List.of(live(worked), failed(ended)), true));

        // when
        Response answer = given().queryParam("limit", 2).get("/api/v3/receipts/jobs");

        // then
        answer.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("message", equalTo("Jobs retrieved successfully"))
                .body("data.jobs.job_id", equalTo(List.of(worked.toString(), ended.toString())))
                .body("data.jobs[0].status", equalTo("PROGRESS"))
                .body("data.jobs[0].step", equalTo(Step.OCR.id()))
                .body("data.jobs[0].progress", equalTo(Step.OCR.progress()))
                .body("data.jobs[0].ended_at", nullValue())
                .body("data.jobs[1].status", equalTo("FAILURE"))
                .body("data.jobs[1].filename", equalTo("paragon.jpg"))
                .body("data.jobs[1].file_size", equalTo(1_024_000))
                .body("data.jobs[1].submitted_at", equalTo("2026-03-14T12:00:00Z"))
                .body("data.jobs[1].ended_at", equalTo("2026-03-14T12:00:12Z"))
                .body("data.jobs[1].error_details.code", equalTo("PDF_ENCRYPTED"));

        // when
        given().queryParam("cursor", answer.<String>path("data.next_cursor"))
                .queryParam("status", "failure")
                .queryParam("from", "2026-03-14T13:00:00+01:00")
                .queryParam("to", "2026-03-14")
                .queryParam("filename", "paragon")
                .get("/api/v3/receipts/jobs")
                .then()
                .statusCode(200);

        // then
        assertThat(servers.lastJobsQuery())
                .isEqualTo(Map.of(
                        "submitter", "anonymous",
                        "ended", "failed",
                        "from", "2026-03-14T12:00:00Z",
                        "until", "2026-03-15T00:00:00Z",
                        "filename", "paragon",
                        "after_time", "2026-03-14T12:00:00Z",
                        "after_job", ended.toString(),
                        "limit", "50"));
    }

    @Test
    void shouldFilterByAStatusThatOnlyTheBoardKnows() {
        // given
        JobId waiting = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        servers.listJobs(new JobPage(List.of(live(waiting)), false));

        // when, then
        list("RETRY").body("data.jobs", hasSize(0)).body("data.next_cursor", nullValue());
        list("PENDING").body("data.jobs.job_id", equalTo(List.of(waiting.toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "status, LOST, 'It must be one of UNFINISHED, PENDING, STARTED, PROGRESS, RETRY, SUCCESS, FAILURE, REVOKED'",
        "from, yesterday, 'It must be a date (2026-03-14) or a time with a zone (2026-03-14T12:00:00Z)'",
        "to, 2026-13-01, 'It must be a date (2026-03-14) or a time with a zone (2026-03-14T12:00:00Z)'",
        "to, -999999999-01-01T00:00:00Z, 'It must be a date (2026-03-14) or a time with a zone (2026-03-14T12:00:00Z)'",
        "limit, 0, It must be a number from 1 to 100",
        "limit, 101, It must be a number from 1 to 100",
        "limit, many, It must be a number from 1 to 100",
        "cursor, 1, 'It must be the next_cursor of an earlier answer, or be absent'"
    })
    void shouldRefuseWhatItDoesNotUnderstand(String parameter, String value, String why) {
        given().queryParam(parameter, value)
                .get("/api/v3/receipts/jobs")
                .then()
                .statusCode(400)
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("message", equalTo("Invalid query parameter"))
                .body("details.field", equalTo(parameter))
                .body("details.value", equalTo(value))
                .body("details.error", equalTo(why));
    }

    @Test
    void shouldRefuseARangeThatHoldsNothingAndANameThatNoFileHas() {
        given().queryParam("from", "2026-03-15")
                .queryParam("to", "2026-03-14")
                .get("/api/v3/receipts/jobs")
                .then()
                .statusCode(400)
                .body("details.error", equalTo("It must be later than 'from'"));
        given().queryParam("filename", "a\u0000b")
                .get("/api/v3/receipts/jobs")
                .then()
                .statusCode(400)
                .body("details.field", equalTo("filename"));
    }

    @Test
    void shouldBeUnavailableWithoutTheDatabaseAndNothingElseWithIt() {
        // given
        servers.setDatabaseAway(true);

        // when, then
        given().get("/api/v3/receipts/jobs")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("details.error", equalTo("The database is unavailable"));
        JobId accepted = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        Polls.until(accepted, "data.status", "PENDING");
    }

    private static ValidatableResponse list(String status) {
        return given().queryParam("status", status)
                .get("/api/v3/receipts/jobs")
                .then()
                .statusCode(200);
    }

    private static JobHistory live(JobId job) {
        return new JobHistory(Samples.submitted(job), null, null);
    }

    private static JobHistory failed(JobId job) {
        return new JobHistory(Samples.submitted(job), null, Samples.failed(job));
    }
}
