package pl.paragon.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** Two gateways and one key, in a real Redis. */
class RedisIdempotencyKeysIT {

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Vertx vertx;
    private static Redis redis;
    private static IdempotencyKeys one;
    private static IdempotencyKeys other;
    private static IdempotencyKeys mortal;

    private final IdempotencyKey key = new IdempotencyKey(JobId.random().toString());
    private final Attempt first = new Attempt("anna", key, JobId.random());
    private final Attempt second = new Attempt("anna", key, JobId.random());
    private final Submission submission = Samples.submitted(first.job()).submission();

    @BeforeAll
    static void startRedis() {
        server = TestServers.REDIS.start(folder.resolve("redis"));
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, server.uri());
        one = keys("2m");
        other = keys("2m");
        mortal = keys("50ms");
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void shouldGiveAKeyToOneGatewayAndItsAnswerToAll() {
        // when, then
        assertThat(one.claim(first)).isEqualTo(new IdempotencyKeys.Claimed(Optional.empty()));
        assertThat(other.claim(second)).isEqualTo(new IdempotencyKeys.InFlight());
        assertThat(other.claim(new Attempt("ben", key, JobId.random())))
                .as("somebody else's key")
                .isEqualTo(new IdempotencyKeys.Claimed(Optional.empty()));
        assertThat(one.begin(first, submission)).isTrue();
        assertThat(other.claim(second)).isEqualTo(new IdempotencyKeys.InFlight());
        one.accepted(first);
        assertThat(other.claim(second))
                .isEqualTo(new IdempotencyKeys.Repeated(new KeyedUpload(first.job(), submission, true)));
    }

    @Test
    void shouldFreeTheKeyOfAnUploadThatFailed() {
        // given
        one.claim(first);
        one.begin(first, submission);

        // when, then
        assertThat(one.release(first)).isTrue();
        assertThat(other.claim(second)).isEqualTo(new IdempotencyKeys.Claimed(Optional.empty()));
        assertThat(one.release(first)).as("it is another's now").isFalse();
        assertThat(one.begin(first, submission)).isFalse();
    }

    @Test
    void shouldHandOnWhatAGatewayWasAboutToSubmitWhenItDied() {
        // given
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            mortal.claim(first);
            return mortal.begin(first, submission); // not if the machine was slower than the lease
        });

        // when
        await().atMost(Duration.ofMinutes(5)).until(() -> other.claim(second) instanceof IdempotencyKeys.Claimed);

        // then
        assertThat(one.begin(first, submission))
                .as("it comes back from the dead")
                .isFalse();
        assertThat(other.release(second)).isTrue();
        assertThat(other.claim(second))
                .as("who gave up forgets nothing of the other's")
                .isEqualTo(new IdempotencyKeys.Claimed(Optional.of(new KeyedUpload(first.job(), submission, false))));
        other.accepted(second);
        assertThat(one.claim(first))
                .isEqualTo(new IdempotencyKeys.Repeated(new KeyedUpload(first.job(), submission, true)));
    }

    @Test
    void shouldSayThatNothingIsKnownWithoutRedis() {
        Redis nowhere = Redis.createClient(vertx, "redis://127.0.0.1:1");

        assertThatThrownBy(() -> new RedisIdempotencyKeys(nowhere, Defaults.of(IdempotencyConfig.class)).claim(first))
                .isInstanceOf(RedisUnavailableException.class);
    }

    private static IdempotencyKeys keys(String lease) {
        return new RedisIdempotencyKeys(
                redis,
                Defaults.with(
                        IdempotencyConfig.class,
                        Map.of("paragon.idempotency.lease", lease, "paragon.idempotency.timeout", "5m")));
    }
}
