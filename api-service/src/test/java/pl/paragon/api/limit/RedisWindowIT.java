package pl.paragon.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.contracts.job.JobId;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** Two gateways count together, in a real Redis. */
class RedisWindowIT {

    private static final Policy TEN_AN_HOUR = new Policy("default", 10, Duration.ofHours(1));
    private static final RateLimitConfig PATIENT =
            Defaults.with(RateLimitConfig.class, Map.of("paragon.rate-limit.timeout", "5m"));

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Vertx vertx;
    private static Redis redis;
    private static Window one;
    private static Window other;

    private final LimitedUser user =
            new LimitedUser(LimitedUser.Kind.USER_ID, JobId.random().toString());

    @BeforeAll
    static void startRedis() {
        server = TestServers.REDIS.start(folder.resolve("redis"));
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, server.uri());
        one = new RedisWindow(redis, PATIENT);
        other = new RedisWindow(redis, PATIENT);
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void shouldGrantABurstOverTwoGatewaysNoMoreThanTheLimit() throws Exception {
        // when
        List<Window.Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 200)
                    .mapToObj(i ->
                            threads.submit(() -> (i % 2 == 0 ? one : other).take(user, TEN_AN_HOUR, JobId.random())))
                    .toList()
                    .stream()
                    .map(RedisWindowIT::answer)
                    .toList();
        }

        // then
        assertThat(answers.stream().filter(Window.Answer::granted).map(a -> a.quota()
                        .remaining()))
                .containsExactlyInAnyOrder(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(one.look(user, TEN_AN_HOUR).granted()).isFalse();
        assertThat(other.look(user, TEN_AN_HOUR).quota().reset())
                .isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
    }

    @Test
    void shouldTakeNoPlaceByLookingAndGiveOneBack() {
        // given
        JobId refused = JobId.random();
        one.take(user, TEN_AN_HOUR, refused);
        other.look(user, TEN_AN_HOUR);

        // when
        other.giveBack(user, refused);

        // then
        assertThat(one.take(user, TEN_AN_HOUR, JobId.random()).quota().remaining())
                .isEqualTo(9);
    }

    @Test
    void shouldFreeAPlaceWhenThePeriodHasMovedOn() {
        // given
        Policy oneASecond = new Policy("default", 1, Duration.ofSeconds(1));
        one.take(user, oneASecond, JobId.random());

        // when, then
        await().atMost(Duration.ofMinutes(5))
                .until(() -> other.take(user, oneASecond, JobId.random()).granted());
    }

    @Test
    void shouldWaitForAsManyToLeaveAsThereAreTooManyOnceTheLimitIsLowered() {
        // given
        for (int i = 0; i < 10; i++) {
            one.take(user, TEN_AN_HOUR, JobId.random());
        }

        // when
        Window.Answer answer = one.take(user, new Policy("default", 2, Duration.ofHours(1)), JobId.random());

        // then
        assertThat(answer.granted()).isFalse();
        assertThat(answer.quota().remaining()).isZero();
        assertThat(answer.quota().reset()).isPositive();
    }

    private static Window.Answer answer(Future<Window.Answer> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
