package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;

/** A failed job once more; what becomes of it in the database is said by a played persistence-worker. */
@QuarkusTest
@WithTestResource(RealServers.class)
class RetryIT extends AgainstAGateway {

    private final JobId failed = JobId.random();

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldAnswerWithTheNewJobAndKnowItAtOnce() {
        // given
        JobId as = JobId.random();
        servers.retries(failed, Samples.submitted(as));

        // when, then
        retry(failed.toString())
                .statusCode(202)
                .header("Location", "/api/v3/receipts/status/" + as)
                .header("Retry-After", notNullValue())
                .body("message", equalTo("Receipt processing started"))
                .body("data.job_id", equalTo(as.toString()))
                .body("data.retried_from", equalTo(failed.toString()))
                .body("data.filename", equalTo("paragon.jpg"))
                .body("data.status", equalTo("PENDING"));
        given().get("/api/v3/receipts/status/" + as).then().statusCode(200).body("data.status", equalTo("PENDING"));
    }

    @Test
    void shouldRefuseWhatCannotBeRetriedAndSayWhy() {
        // given
        JobId running = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        servers.cannotRetry(failed);

        // when, then
        retry(running.toString()).statusCode(409).body("error_code", equalTo("JOB_NOT_FAILED"));
        retry(failed.toString()).statusCode(409).body("error_code", equalTo("FILE_GONE"));
        retry(JobId.random().toString()).statusCode(404).body("error_code", equalTo("JOB_NOT_FOUND"));
        retry("none").statusCode(404).body("error_code", equalTo("JOB_NOT_FOUND"));
        servers.setDatabaseAway(true);
        retry(failed.toString())
                .statusCode(503)
                .header("Retry-After", "2")
                .body("details.error", equalTo("The database is unavailable"));
    }

    private static ValidatableResponse retry(String job) {
        return given().post("/api/v3/receipts/retry/" + job).then();
    }
}
