package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;
import pl.paragon.system.Gateway.Answer;
import pl.paragon.system.Gateway.Told;
import pl.paragon.testsupport.DrawnReceipts;

/** Two gateways, each a process of its own, are one to a client: whatever it did at one it finds at the other. */
@ExtendWith(SharedParagon.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoGatewaysE2E {

    private static final int A_MINUTE = 10;

    private final RunningParagon paragon;
    private final String user = "user-" + UUID.randomUUID();
    private Replica first;
    private Replica second;
    private Gateway a;
    private Gateway b;

    @TempDir
    private Path folder;

    TwoGatewaysE2E(RunningParagon paragon) {
        this.paragon = paragon;
    }

    @BeforeAll
    void start() {
        // On a busy machine Redis takes longer than a gateway waits for it before it counts alone.
        Map<String, String> limited = Map.of("PARAGON_RATE_LIMIT_ENABLED", "true", "PARAGON_RATE_LIMIT_TIMEOUT", "30s");
        first = paragon.start(Service.API, limited);
        second = paragon.start(Service.API, limited);
        a = new Gateway(first.url());
        b = new Gateway(second.url());
    }

    @AfterAll
    void stop() {
        a.close();
        b.close();
        first.stop();
        second.stop();
    }

    @Test
    void shouldTellAtOneGatewayWhatWasUploadedAtTheOther() {
        // given
        Told events = b.events("?user_id=" + user);
        Told socket = b.socket("?user_id=" + user);

        // when
        String job = a.upload(picture("told.png"), user).job();

        // then
        for (Told told : List.of(events, socket)) {
            JsonNode end = told.await(job, "SUCCESS");
            assertThat(end.path("event_type").asText()).isEqualTo("receipt_processed");
            assertThat(end.at("/data/receipt/filename").asText()).isEqualTo("told.png");
        }
        assertThat(b.get("status/" + job).data().path("status").asText()).isEqualTo("SUCCESS");

        // when a client comes to the other one with what it has of this one's
        long end = id(events.await(job, "SUCCESS"));

        // then
        assertThat(id(a.events("?last_event_id=" + (end - 1)).await(job, "SUCCESS")))
                .isEqualTo(end);
    }

    private static long id(JsonNode event) {
        return Long.parseLong(event.path("event_id").asText());
    }

    @Test
    void shouldCountTheJobsOfAUserTogether() {
        // given
        String busy = "busy-" + UUID.randomUUID();
        Path picture = picture("limited.png");
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < A_MINUTE; i++) {
            Answer accepted = (i % 2 == 0 ? a : b).upload(picture, busy);
            assertThat(accepted.status()).as("upload %d", i + 1).isEqualTo(202);
            jobs.add(accepted.job());
        }

        // when, then
        for (Gateway gateway : List.of(a, b)) {
            Answer refused = gateway.upload(picture, busy);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(refused.header("RateLimit")).contains("r=0");
        }
        assertThat(b.upload(picture, "another-" + busy).status()).isEqualTo(202);
        jobs.forEach(a::cancel);
    }

    @Test
    void shouldMakeOneJobOfAKeyWhicheverGatewayItComesTo() {
        // given
        Path picture = picture("once.png");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        String[] another = {"Idempotency-Key", UUID.randomUUID().toString()};

        // when
        Answer at = a.upload(picture, user, key);
        Answer again = b.upload(picture, user, key);
        Answer otherwise = b.upload(picture("other.png"), user, key);

        // then
        assertThat(at.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.job()).isEqualTo(at.job());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(otherwise.status()).isEqualTo(422);

        // when both are asked at once
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> a.upload(picture, user, another));
        CompletableFuture<Answer> two = CompletableFuture.supplyAsync(() -> b.upload(picture, user, another));
        List<Answer> both = List.of(one.join(), two.join());

        // then
        assertThat(both).extracting(Answer::status).contains(202).isSubsetOf(202, 409);
        assertThat(both.stream()
                        .filter(answer -> answer.status() == 202)
                        .map(Answer::job)
                        .distinct())
                .containsExactly(b.upload(picture, user, another).job());
    }

    @Test
    void shouldFollowABatchAtTheOtherGateway() {
        // given
        Answer accepted = a.uploadBatch(List.of(picture("one.png"), picture("two.png")), user);
        assertThat(accepted.status()).isEqualTo(202);
        String batch = "batch/" + accepted.data().path("batch_id").asText();

        // when
        assertThat(b.get(batch).data().path("total").asInt()).isEqualTo(2);
        await().atMost(SharedParagon.PATIENCE)
                .until(() -> b.get(batch).data().path("finished").asBoolean());

        // then
        assertThat(b.get(batch).data().at("/counts/SUCCESS").asInt()).isEqualTo(2);
        assertThat(b.get(batch).data().path("files"))
                .isEqualTo(a.get(batch).data().path("files"));
    }

    private Path picture(String name) {
        return DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve(name));
    }
}
