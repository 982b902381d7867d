package pl.paragon.api.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.feed.JobFeed;
import pl.paragon.api.feed.RunningFeed;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** One gateway's projector feeds the waiters of another, through a real Redis. */
class JobFeedIT {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path folder = Path.of("target", "servers", UUID.randomUUID().toString());
    private final TestServer redis = TestServers.REDIS.start(folder);
    private final Vertx vertx = Vertx.vertx();
    private final Redis client = Redis.createClient(vertx, redis.uri());
    private final RedisFactStore projector =
            new RedisFactStore(client, Defaults.with(StatusConfig.class, Map.of("paragon.status.timeout", "1m")));
    private final RunningFeed here = RunningFeed.on(client);
    private final RunningFeed elsewhere = RunningFeed.on(Redis.createClient(vertx, redis.uri()));
    private final JobId job = JobId.random();
    private long position;

    @BeforeEach
    void listen() {
        projector.begin(List.of(new FactStore.Start("step-started-0", 0, FactStore.Lag.NONE)));
        await().atMost(LONGEST).until(() -> here.isSubscribed() && elsewhere.isSubscribed());
    }

    @AfterEach
    void stop() {
        here.stop();
        elsewhere.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        redis.close();
    }

    @Test
    void shouldNotifyTheWaitersOfEveryGatewayOfWhatOneProjected() {
        // given
        AtomicInteger notifiedHere = watch(here, job);
        AtomicInteger notifiedElsewhere = watch(elsewhere, job);
        AtomicInteger notifiedOfAnother = watch(elsewhere, JobId.random());

        // when
        project(Step.OCR);

        // then
        await().atMost(LONGEST).until(() -> notifiedHere.get() == 1 && notifiedElsewhere.get() == 1);
        assertThat(notifiedOfAnother).hasValue(0);
        assertThat(projector.of(job).facts()).hasSize(1);
    }

    @Test
    void shouldNotNotifyOfAFactThatIsDeliveredTwice() {
        // given
        AtomicInteger notified = watch(elsewhere, job);
        project(Step.OCR);
        project(Step.OCR);

        // when
        project(Step.SAVING);

        // then messages keep their order: had the second notified anybody, that would have come before the third
        await().atMost(LONGEST).until(() -> notified.get() >= 2);
        assertThat(notified).hasValue(2);
    }

    @Test
    void shouldNotifyWhoWatchesEverythingEvenIfOnlyThePositionsMove() {
        // given
        AtomicInteger notified = new AtomicInteger();
        elsewhere.feed().watchAll(notified::incrementAndGet);

        // when
        projector.add(
                new FactStore.JobFact(job, Fact.of(Samples.step(job, Step.OCR)).orElseThrow()));
        project(Step.OCR);

        // then
        await().atMost(LONGEST).until(() -> notified.get() == 2);
    }

    @Test
    void shouldLetWaitersLookForThemselvesWhileRedisIsUnavailableAndNotifyThemAgainOnceItIsBack() {
        // given
        AtomicInteger notified = watch(elsewhere, job);

        // when
        redis.kill();

        // then
        await().atMost(LONGEST).until(() -> !elsewhere.isSubscribed());
        int before = notified.get();
        await().atMost(LONGEST).until(() -> notified.get() > before + 2);

        // when
        redis.start();

        // then
        await().atMost(LONGEST).until(elsewhere::isSubscribed);
        int before2 = notified.get();
        position = projector.coverage().positions().getOrDefault("step-started-0", -1L);
        if (position < 0) {
            position = 0;
            projector.begin(List.of(new FactStore.Start("step-started-0", 0, FactStore.Lag.NONE)));
        }
        project(Step.OCR);
        await().atMost(LONGEST).until(() -> notified.get() > before2);
    }

    private void project(Step step) {
        Fact fact = Fact.of(Samples.step(job, step)).orElseThrow();
        assertThat(projector.append(
                        List.of(new FactStore.JobFact(job, fact)),
                        List.of(new FactStore.Advance("step-started-0", position, position + 1, true))))
                .isTrue();
        position++;
    }

    private static AtomicInteger watch(RunningFeed feed, JobId job) {
        AtomicInteger notified = new AtomicInteger();
        JobFeed.Watch watch = feed.feed().watch(job, notified::incrementAndGet).orElseThrow();
        assertThat(watch).isNotNull();
        return notified;
    }
}
