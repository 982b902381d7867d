package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.broker.Broker;

/** What clients see while something is away, and that it goes on by itself when it is back. */
@QuarkusTest
@WithTestResource(
        value = RealServers.class,
        initArgs = {
            @ResourceArg(name = RealServers.NOTICES_OUTAGES, value = "true"),
            @ResourceArg(name = "paragon.rate-limit.enabled", value = "true"),
            @ResourceArg(name = "paragon.rate-limit.period", value = "1h")
        })
class OutageIT {

    @Inject
    ReceiptFileStore store;

    private RealServers servers;

    @Test
    void shouldAcceptReceiptsWhileRedisIsAwayAndKnowThemWhenItIsBack() {
        // given
        Polls.untilReady();
        servers.killRedis();

        // when
        JobId job = accepted();
        upload(jpeg(100))
                .header("Idempotency-Key", job)
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("details.error", equalTo("The store of idempotency keys is unavailable"));

        // then a client's poller, which may look at data alone, goes on
        given().get("/api/v3/receipts/status/" + job)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("data.job_id", equalTo(job.toString()))
                .body("data.status", equalTo("PENDING"))
                .body("data.as_of", nullValue())
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("details.error", equalTo("The status store is unavailable"));
        Polls.untilReady();
        Polls.patiently(() -> given().delete("/api/v3/receipts/cancel/" + UUID.randomUUID()))
                .then()
                .statusCode(200)
                .body("data.known", nullValue());
        await().atMost(Polls.LONGEST).until(() -> problems().contains("STATUS_UNAVAILABLE"));

        // when
        servers.restartRedis();

        // then it may take a moment, but the job is never unknown
        await().atMost(Polls.LONGEST).pollInterval(Duration.ofMillis(20)).until(() -> {
            String word = Polls.word(job);
            assertThat(word).isIn("PENDING", "503");
            return word.equals("PENDING");
        });
        await().atMost(Polls.LONGEST).until(() -> Polls.word(JobId.random()).equals("404"));
    }

    @Test
    void shouldLimitUploadsByItselfWhileRedisIsAway() {
        // given
        Polls.untilReady();
        String user = UUID.randomUUID().toString();
        servers.killRedis();

        try {
            // when
            for (int left = 9; left >= 0; left--) {
                Polls.patiently(() -> by(user))
                        .then()
                        .statusCode(202)
                        .header("RateLimit", startsWith("\"default\";r=" + left + ";"));
            }

            // then
            by(user).then().statusCode(429).header("Retry-After", notNullValue());
        } finally {
            servers.restartRedis();
        }

        // and then they count together again
        await().atMost(Polls.LONGEST).pollInterval(Duration.ofMillis(200)).until(() -> by(user).statusCode() == 202);
    }

    @Test
    void shouldRebuildEverythingWhenRedisComesBackEmpty() {
        // given a job that ended, and one that has begun
        Polls.untilReady();
        JobId ended = accepted();
        JobId begun = accepted();
        try (Broker broker = new Broker(servers.bootstrapServers())) {
            broker.publish(Samples.analyzed(ended, store), Samples.saved(ended), Samples.step(begun, Step.OCR));
        }
        Polls.until(ended, "data.status", "SUCCESS");
        Polls.until(begun, "data.status", "PROGRESS");

        // when
        servers.killRedis();
        servers.restartRedisWithoutMemory();

        // then nobody has to ask for it, and no client is told less than before
        await().atMost(Polls.LONGEST).pollInterval(Duration.ofMillis(20)).until(() -> {
            String first = Polls.word(ended);
            String second = Polls.word(begun);
            assertThat(first).isIn("SUCCESS", "503");
            assertThat(second).isIn("PROGRESS", "503");
            return first.equals("SUCCESS") && second.equals("PROGRESS");
        });
    }

    @Test
    void shouldAcceptReceiptsWhileRedisIsFullAndLoseNoFactOfTheirs() {
        // given
        Polls.untilReady();
        JobId begun = accepted();
        JobId ended = accepted();
        servers.fillRedis();
        JobId submitted;
        try (Broker broker = new Broker(servers.bootstrapServers())) {
            // when
            await().atMost(Polls.LONGEST).until(() -> problems().contains("STATUS_OUTDATED"));
            submitted = accepted();
            broker.publish(Samples.step(begun, Step.OCR), Samples.failed(ended), Samples.cancelled(submitted));

            // then nobody is told what may not be so any more
            for (JobId job : List.of(begun, ended, submitted)) {
                Polls.status(job)
                        .then()
                        .statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("details.error", startsWith("The status store takes no writes"));
            }
            assertThat(given().get("/api/v3/receipts/health").<String>path("data.status"))
                    .isEqualTo("degraded");
            servers.archive(new JobHistory(Samples.submitted(ended), null, Samples.failed(ended)));
            assertThat(Polls.word(ended)).as("the database knows").isEqualTo("FAILURE");
        } finally {
            servers.giveRedisRoom();
        }

        // then nobody has to ask for it
        Polls.until(begun, "data.status", "PROGRESS");
        Polls.until(ended, "data.status", "FAILURE");
        Polls.until(submitted, "data.status", "REVOKED");
        await().atMost(Polls.LONGEST).until(() -> !problems().contains("STATUS_OUTDATED"));
    }

    @Test
    void shouldAcceptNothingWhileTheFileStoreIsAwayAndLeaveNothing() throws IOException {
        // given: as if its volume were not mounted
        Polls.untilReady();
        Path elsewhere = servers.files().resolveSibling("elsewhere");
        Files.move(servers.files(), elsewhere);

        try {
            // when / then
            upload(jpeg(100))
                    .post("/api/v3/receipts/process")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                    .body("details.error", equalTo("The file store is unavailable"));
            assertThat(servers.files()).doesNotExist();
        } finally {
            Files.move(elsewhere, servers.files());
        }

        // then
        Polls.until(accepted(), "data.status", "PENDING");
    }

    @Test
    void shouldAcceptNothingWhileTheBrokerIsAway() throws IOException {
        // given
        Polls.untilReady();
        JobId known = accepted();
        long before = storedFiles();
        servers.killKafka();

        // when, then
        upload(jpeg(100))
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("detail.message", equalTo("Receipt processing system unavailable"));
        assertThat(storedFiles()).isEqualTo(before);
        given().delete("/api/v3/receipts/cancel/" + known).then().statusCode(503);
        Polls.until(known, "data.status", "PENDING");
        await().atMost(Polls.LONGEST)
                .until(() -> given().get("/api/v3/receipts/health").statusCode() == 503);
        given().get("/api/v3/receipts/health")
                .then()
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("message", equalTo("Receipt processing system unavailable"))
                .body("details.error", notNullValue());
        given().get("/q/health/ready").then().statusCode(503);

        // when
        servers.restartKafka();

        // then everything goes on by itself
        Polls.untilReady();
        JobId next = accepted();
        try (Broker broker = new Broker(servers.bootstrapServers())) {
            broker.publish(Samples.failed(next));
        }
        Polls.until(next, "data.status", "FAILURE");
    }

    @Test
    void shouldPublishNothingOfWhatItRefusedWhenTheBrokerIsBack() {
        // given
        Polls.untilReady();
        accepted();
        int before = submissions();
        servers.killKafka();

        // when
        for (int i = 0; i < 5; i++) {
            upload(jpeg(100)).post("/api/v3/receipts/process").then().statusCode(503);
        }
        servers.restartKafka();
        Polls.untilReady();
        accepted();

        // then
        assertThat(submissions()).isEqualTo(before + 1);
    }

    private int submissions() {
        try (Broker broker = new Broker(servers.bootstrapServers())) {
            return broker.published(ReceiptSubmitted.class).size();
        }
    }

    private static List<String> problems() {
        List<String> codes = given().get("/api/v3/receipts/health").path("data.problems.code");
        return codes == null ? List.of() : codes;
    }

    private static JobId accepted() {
        String somebody = UUID.randomUUID().toString();
        return jobOf(Polls.patiently(() -> by(somebody)));
    }

    private static Response by(String user) {
        return upload(jpeg(100)).queryParam("user_id", user).post("/api/v3/receipts/process");
    }

    private long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(servers.files())) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
