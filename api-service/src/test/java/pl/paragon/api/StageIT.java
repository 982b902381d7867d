package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

/** How operators pause stages, and what those who wait are told. */
@QuarkusTest
@WithTestResource(RealServers.class)
class StageIT extends AgainstAGateway {

    @AfterEach
    void resume() {
        for (Stage stage : Stage.values()) {
            given().delete("/api/v3/stages/" + stage.id() + "/pause").then().statusCode(200);
        }
    }

    @Test
    void shouldPauseAStageAndResumeIt() {
        // when
        pause("ocr", "{\"reason\": \"Wymiana dysku\", \"for_seconds\": 7200, \"owner\": \"anna\"}")
                .statusCode(200)
                .body("message", equalTo("Stage paused"))
                .body("data.stage", equalTo("ocr"))
                .body("data.pause.owner", equalTo("anna"))
                .body("data.pause.reason", equalTo("Wymiana dysku"))
                .body("data.pause.until", notNullValue());

        // then
        given().get("/api/v3/stages")
                .then()
                .statusCode(200)
                .body("data.stages.stage", equalTo(List.of("ocr", "analysis", "persistence")))
                .body("data.stages[0].pause.owner", equalTo("anna"))
                .body("data.stages[1].pause", nullValue());
        given().get("/api/v3/receipts/health")
                .then()
                .statusCode(200)
                .body("data.status", equalTo("degraded"))
                .body("data.problems.code", hasItem("STAGE_PAUSED"))
                .body("data.problems.find { it.code == 'STAGE_PAUSED' }.message", containsString("Wymiana dysku"))
                .body(not(containsString("anna")));

        // when
        given().delete("/api/v3/stages/ocr/pause")
                .then()
                .statusCode(200)
                .body("message", equalTo("Stage resumed"))
                .body("data.pause", nullValue());

        // then
        given().get("/api/v3/receipts/health").then().body("data.problems.code", not(hasItem("STAGE_PAUSED")));
    }

    @Test
    void shouldTellAutoscalersHowMuchThereIsToDoAndWhetherItMayBeDone() {
        // given
        upload(jpeg(100)).post("/api/v3/receipts/process").then().statusCode(202);

        // when
        pause("ocr", "{\"reason\": \"Wymiana dysku\", \"for_seconds\": 7200}").statusCode(200);

        // then
        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(
                        given().get("/q/metrics").asString().lines())
                .anyMatch(line -> line.matches("paragon_stage_backlog\\{stage=\"ocr\"} [1-9].*"))
                .contains("paragon_stage_paused{stage=\"ocr\"} 1.0")
                .contains("paragon_stage_paused{stage=\"analysis\"} 0.0")
                .contains("paragon_stage_job_seconds{stage=\"ocr\"} NaN"));
    }

    @Test
    void shouldTellThoseWhoWaitUntilWhenAndWhy() {
        // given
        JobId waiting = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        JobId past = jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
        broker.publish(Samples.step(past, Step.AI_ANALYSIS));
        Polls.until(past, "data.status", "PROGRESS");

        // when
        pause("ocr", "{\"reason\": \"Wymiana dysku\", \"for_seconds\": 7200}").statusCode(200);

        // then
        given().get("/api/v3/receipts/status/" + waiting)
                .then()
                .statusCode(200)
                .body("data.status", equalTo("PENDING"))
                .body("data.waiting_for.stage", equalTo("ocr"))
                .body("data.waiting_for.code", equalTo("STAGE_PAUSED"))
                .body("data.waiting_for.message", startsWith("Odczytywanie paragonów jest wstrzymane do "))
                .body("data.waiting_for.until", notNullValue());
        given().get("/api/v3/receipts/status/" + past).then().body("data.waiting_for", nullValue());
    }

    @Test
    void shouldKnowOfAPauseThatSomebodyElseDecided() {
        // when
        Instant now = Instant.now();
        broker.publish(new StagePaused(Stage.ANALYSIS, now, now.plus(Duration.ofHours(1)), "ola", "Nowy model"));

        // then
        await().atMost(Polls.LONGEST)
                .until(() -> "ola".equals(given().get("/api/v3/stages").path("data.stages[1].pause.owner")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing                                                     | A JSON object is expected",
                "{}                                                          | A JSON object is expected",
                "{\"for_seconds\": 60}                                       | reason is missing",
                "{\"reason\": \"x\", \"for_seconds\": 0}                     | for_seconds is from 1 to 604800",
                "{\"reason\": \"x\", \"for_seconds\": 604801}                | for_seconds is from 1 to 604800",
                "{\"reason\": \"x\", \"until\": \"2020-01-01T00:00:00Z\"}    | until is over",
                "{\"reason\": \"x\", \"until\": \"2126-01-01T00:00:00Z\"}    | after 7 days at most",
                "{\"reason\": \"x\", \"for_seconds\": 1, \"until\": \"2126-01-01T00:00:00Z\"} | A JSON object is"
                        + " expected",
            })
    void shouldSayWhatIsWrongWithAPause(String body, String complaint) {
        pause("ocr", body)
                .statusCode(400)
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("details.error", containsString(complaint));
        given().get("/api/v3/stages").then().body("data.stages[0].pause", nullValue());
    }

    @Test
    void shouldSayWhichStagesThereAre() {
        pause("scan", "{\"reason\": \"x\", \"for_seconds\": 60}")
                .statusCode(404)
                .body("error_code", equalTo("STAGE_NOT_FOUND"))
                .body("details.stages", hasItem("analysis"));
        given().delete("/api/v3/stages/scan/pause").then().statusCode(404);
    }

    private static ValidatableResponse pause(String stage, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/api/v3/stages/" + stage + "/pause")
                .then();
    }
}
