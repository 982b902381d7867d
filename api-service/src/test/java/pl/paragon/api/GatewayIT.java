package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

/** What the gateway says of itself. */
@QuarkusTest
@WithTestResource(RealServers.class)
class GatewayIT extends AgainstAGateway {

    @Test
    void shouldSayWhoIsAlive() {
        // given no worker
        given().get("/api/v3/receipts/health")
                .then()
                .statusCode(200)
                .body("message", equalTo("Receipt processing system health check"))
                .body("data.status", equalTo("degraded"))
                .body("data.workers_available", equalTo(false))
                .body("data.tasks_registered", equalTo(false))
                .body("data.active_receipt_tasks", equalTo(0));

        // when each stage has one
        await().atMost(Polls.LONGEST).until(() -> {
            for (Stage stage : Stage.values()) {
                broker.publish(new WorkerHeartbeat(
                        "w-" + stage.id(), stage, Samples.NOON, 1, 2, WorkerHeartbeat.Condition.WORKING, null));
            }
            return given().get("/api/v3/receipts/health").<Boolean>path("data.workers_available");
        });

        // then
        given().get("/api/v3/receipts/health")
                .then()
                .body("data.status", equalTo("healthy"))
                .body("data.tasks_registered", equalTo(true))
                .body("data.active_receipt_tasks", equalTo(3))
                .body("data.stages.ocr.capacity", equalTo(2));
    }

    @Test
    void shouldAnswerUnknownPathsAndMethodsInJson() {
        given().get("/nothing/here")
                .then()
                .statusCode(404)
                .body("detail", equalTo("Resource not found."))
                .body("error_code", equalTo("NOT_FOUND"));
        given().get("/api/v3/receipts/process").then().statusCode(405).body("detail", equalTo("Method Not Allowed"));
        given().get("/").then().statusCode(200).body("name", equalTo("Paragon"));
    }

    @Test
    void shouldServeItsDescriptionAndItsNumbers() {
        upload(jpeg(10)).post("/api/v3/receipts/process").then().statusCode(202);

        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v3/receipts/process'.post", notNullValue());
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("paragon_uploads_total{outcome=\"accepted\"}"));
    }
}
