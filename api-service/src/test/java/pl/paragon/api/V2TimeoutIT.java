package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;

/** A receipt that takes longer than its client waits. */
@QuarkusTest
@WithTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = RealServers.WAITS_FOR_NOBODY, value = "true"))
class V2TimeoutIT extends AgainstAGateway {

    @Test
    void shouldSayThatTheTextWasLateAndCancelTheJob() {
        Response answer = upload(jpeg(100)).post("/api/v2/receipts/process");

        answer.then()
                .statusCode(408)
                .body("error_code", equalTo("OCR_TIMEOUT"))
                .body("message", equalTo("OCR processing timeout"))
                .body("detail.message", equalTo("OCR processing timeout"))
                .body("detail.details.error_code", equalTo("OCR_TIMEOUT"))
                .body("detail.details.timeout_seconds", equalTo(0));
        JobId job = JobId.of(answer.path("details.job_id"));
        assertThat(broker.await(job, CancelRequested.class)).isNotNull();
        assertThat(Polls.patiently(() -> given().get("/api/v2/receipts/status/" + job))
                        .statusCode())
                .isEqualTo(200);
    }
}
