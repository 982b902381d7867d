package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.job.JobId;
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
        given().put("/api/v3/receipts/process").then().statusCode(405).body("detail", equalTo("Method Not Allowed"));
        given().get("/api/v3/receipts/process").then().statusCode(405);
        given().get("/").then().statusCode(200).body("name", equalTo("Paragon"));
    }

    @Test
    void shouldTellOfErrorsAsProblemsAndInPolishToWhoeverAsks() {
        // when an endpoint refuses
        given().header("Accept", "application/problem+json, application/json")
                .header("Accept-Language", "pl-PL, en;q=0.5")
                .get("/api/v3/receipts/status/none")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Language", "pl")
                .header("Vary", "Accept, Accept-Language")
                .body("type", equalTo("/problems/JOB_NOT_FOUND"))
                .body("status", equalTo(404))
                .body("detail", startsWith("Nie ma takiego zadania"))
                .body("instance", equalTo("/api/v3/receipts/status/none"));

        // when no endpoint sees the request
        given().header("Accept", "application/problem+json")
                .header("Content-Encoding", "gzip")
                .body(new byte[10])
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", equalTo("The body is compressed. Send the receipt as it is."));

        // then the type leads to a description
        given().get("/problems/JOB_NOT_FOUND").then().statusCode(200).body("hints.pl", startsWith("Nie ma takiego"));
        given().get("/problems/NONE").then().statusCode(404).body("error_code", equalTo("NOT_FOUND"));
        given().get("/problems").then().statusCode(200).body("error_code", hasItem("FILE_TOO_LARGE"));
    }

    @Test
    void shouldForecastFromWhatTheWorkersMeasure() {
        // given
        Duration second = Duration.ofSeconds(1);
        WorkDurations measured = new WorkDurations(second, second, second, second);

        // when
        await().atMost(Polls.LONGEST).until(() -> {
            heartbeats(2, WorkerHeartbeat.Condition.WORKING, measured);
            return upload(jpeg(10)).post("/api/v3/receipts/process").path("data.eta_seconds") != null;
        });

        // then
        Response accepted = upload(jpeg(10)).post("/api/v3/receipts/process");
        accepted.then().statusCode(202).body("data.eta_interval_seconds", hasSize(2));
        assertThat(accepted.<Integer>path("data.eta_seconds")).isGreaterThanOrEqualTo(3);
        given().get(accepted.header("Location"))
                .then()
                .statusCode(200)
                .header("Retry-After", notNullValue())
                .body("data.eta_seconds", greaterThanOrEqualTo(3));
        heartbeats(0, WorkerHeartbeat.Condition.LEAVING, measured);
        await().atMost(Polls.LONGEST)
                .until(() -> !given().get("/api/v3/receipts/health").<Boolean>path("data.workers_available"));
    }

    /** One of each stage. */
    private void heartbeats(int capacity, WorkerHeartbeat.Condition condition, WorkDurations measured) {
        for (Stage stage : Stage.values()) {
            broker.publish(new WorkerHeartbeat(
                    "m-" + stage.id(), stage, Samples.NOON, 0, capacity, condition, null, measured));
        }
    }

    @Test
    void shouldListTheWorkersAndWhatTheyDo() {
        // given
        String job = JobId.random().toString();
        WorkerProcess process = new WorkerProcess(
                Samples.NOON,
                "pod-3",
                17,
                "1.0.0",
                List.of(new WorkerProcess.WorkingOn(JobId.of(job), Samples.NOON)),
                412,
                3,
                268_435_456L);
        String mine = "data.workers.find { it.worker_id == 'l-1' }";

        // when
        await().atMost(Polls.LONGEST).until(() -> {
            broker.publish(
                    new WorkerHeartbeat("l-2", Stage.OCR, Samples.NOON, 0, 2, WorkerHeartbeat.Condition.WORKING, null));
            broker.publish(new WorkerHeartbeat(
                    "l-1",
                    Stage.PERSISTENCE,
                    Samples.NOON,
                    1,
                    8,
                    WorkerHeartbeat.Condition.WAITING,
                    ErrorCode.DATABASE_UNAVAILABLE,
                    null,
                    process));
            return given().get("/api/v3/workers").path(mine) != null;
        });

        // then
        Response answer = given().get("/api/v3/workers");
        answer.then()
                .statusCode(200)
                .body("message", equalTo("Workers retrieved successfully"))
                .body("data.workers.worker_id", containsInRelativeOrder("l-2", "l-1"))
                .body(mine + ".stage", equalTo("persistence"))
                .body(mine + ".condition", equalTo("waiting"))
                .body(mine + ".reason", equalTo("DATABASE_UNAVAILABLE"))
                .body(mine + ".active_jobs", equalTo(1))
                .body(mine + ".capacity", equalTo(8))
                .body(mine + ".jobs", equalTo(List.of(Map.of("job_id", job, "since", "2026-03-14T12:00:00Z"))))
                .body(mine + ".started_at", equalTo("2026-03-14T12:00:00Z"))
                .body(mine + ".done", equalTo(412))
                .body(mine + ".failed", equalTo(3))
                .body(mine + ".memory_bytes", equalTo(268_435_456))
                .body(mine + ".host", equalTo("pod-3"))
                .body(mine + ".pid", equalTo(17))
                .body(mine + ".version", equalTo("1.0.0"));
        Map<String, Object> earlier = answer.path("data.workers.find { it.worker_id == 'l-2' }");
        assertThat(earlier).containsOnlyKeys("worker_id", "stage", "condition", "active_jobs", "capacity");
        for (String worker : List.of("l-1", "l-2")) {
            Stage stage = worker.equals("l-1") ? Stage.PERSISTENCE : Stage.OCR;
            broker.publish(
                    new WorkerHeartbeat(worker, stage, Samples.NOON, 0, 0, WorkerHeartbeat.Condition.LEAVING, null));
        }
        await().atMost(Polls.LONGEST)
                .until(() -> !given().get("/api/v3/workers").<List<String>>path("data.workers.worker_id").stream()
                        .anyMatch(id -> id.startsWith("l-")));
    }

    @Test
    void shouldLetPeopleTryTheApiOut() {
        given().get("/q/swagger-ui")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<title>Paragon API</title>"));
        given().get("/q/swagger-ui/show.js").then().statusCode(200).body(containsString("/q/openapi"));
        for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")) {
            given().get("/webjars/swagger-ui/" + file).then().statusCode(200);
        }
    }

    @Test
    void shouldDescribeTheTopics() {
        given().get("/asyncapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("address: receipt-submitted\n"));
    }

    @Test
    void shouldServeItsDescriptionAndItsNumbers() {
        upload(jpeg(10)).post("/api/v3/receipts/process").then().statusCode(202);

        for (String path : List.of("/q/openapi?format=json", "/q/openapi.json")) {
            given().get(path).then().statusCode(200).body("paths.'/api/v3/receipts/process'.post", notNullValue());
        }
        for (String path : List.of("/q/openapi", "/q/openapi?format=yaml", "/q/openapi.yaml", "/q/openapi.yml")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .contentType("application/yaml")
                    .body(startsWith("openapi: 3.1"));
        }
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("paragon_uploads_total{outcome=\"accepted\"}"));
    }
}
