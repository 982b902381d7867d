package pl.paragon.api.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The store that runs is the store that the tests of the projection assume, with a real Redis. */
class RedisFactStoreIT {

    private static final String PARTITION = "job-ended-0";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Vertx vertx;
    private static Redis redis;

    private final RedisFactStore store =
            new RedisFactStore(redis, Defaults.with(StatusConfig.class, Map.of("paragon.status.timeout", "5m")));
    private long position;

    @BeforeAll
    static void startRedis() {
        server = TestServers.REDIS.start(folder.resolve("redis"));
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, server.uri());
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void shouldKnowWhatTheStoreOfTheTestsKnowsWhateverItIsTold() {
        Random random = new Random(7);
        for (int life = 0; life < 60; life++) {
            // given
            JobId job = JobId.random();
            InMemoryFactStore expected = new InMemoryFactStore();
            List<Fact> told = shuffledLife(job, random);

            for (Fact fact : told) {
                // when
                append(job, List.of(fact));
                expected.add(new FactStore.JobFact(job, fact));

                // then
                assertThat(store.of(job).facts())
                        .containsExactlyInAnyOrderElementsOf(expected.of(job).facts());
            }
        }
    }

    @Test
    void shouldKnowTheSameOfAJobThatIsToldAtOnce() {
        // given
        JobId job = JobId.random();

        // when
        append(job, facts(Samples.submitted(job), Samples.step(job, Step.OCR), Samples.retry(job)));
        append(job, facts(Samples.saved(job), Samples.analyzed(job), Samples.cancel(job)));

        // then
        assertThat(store.of(job).facts())
                .containsExactlyInAnyOrderElementsOf(
                        facts(Samples.submitted(job), Samples.analyzed(job), Samples.saved(job)));
    }

    @Test
    void shouldKeepNothingOfADeletedJobWhateverComesBack() {
        // given
        JobId job = JobId.random();
        List<Fact> deleted = facts(Samples.deleted(job));
        append(job, facts(Samples.submitted(job), Samples.analyzed(job), Samples.saved(job)));

        // when / then
        store.add(new FactStore.JobFact(job, deleted.getFirst()));
        assertThat(store.of(job).facts()).containsExactlyElementsOf(deleted);

        // when / then
        append(job, facts(Samples.submitted(job), Samples.analyzed(job), Samples.saved(job)));
        append(job, deleted);
        assertThat(store.of(job).facts()).containsExactlyElementsOf(deleted);
    }

    @Test
    void shouldForgetAFinishedJobAfterItsRetention() {
        // given
        JobId job = JobId.random();

        // when
        append(job, facts(Samples.submitted(job), Samples.step(job, Step.OCR), Samples.failed(job)));

        // then
        long ttl = redis.send(Request.cmd(Command.TTL).arg("paragon:job:" + job))
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toLong();
        assertThat(ttl).isPositive().isLessThanOrEqualTo(604_800);
    }

    private void append(JobId job, List<Fact> facts) {
        if (position == 0) {
            store.begin(List.of(new FactStore.Start(PARTITION, 0, FactStore.Lag.NONE)));
            position = store.coverage().positions().get(PARTITION);
        }
        List<FactStore.JobFact> ofJob =
                facts.stream().map(fact -> new FactStore.JobFact(job, fact)).toList();
        boolean appended = store.append(ofJob, List.of(new FactStore.Advance(PARTITION, position, position + 1, true)));
        assertThat(appended).isTrue();
        position++;
    }

    private static List<Fact> shuffledLife(JobId job, Random random) {
        List<JobEvent> events =
                new ArrayList<>(List.of(Samples.submitted(job), Samples.retry(job), Samples.cancel(job)));
        IntStream.range(0, 4)
                .forEach(i -> events.add(Samples.step(job, Step.values()[random.nextInt(Step.values().length)])));
        if (random.nextBoolean()) {
            events.add(Samples.analyzed(job));
        }
        switch (random.nextInt(4)) {
            case 0 -> events.add(Samples.saved(job));
            case 1 -> events.add(Samples.failed(job));
            case 2 -> events.add(Samples.cancelled(job));
            default -> {} // not ended
        }
        List<Fact> told = new ArrayList<>(facts(events.toArray(JobEvent[]::new)));
        told.addAll(List.copyOf(told.subList(0, told.size() / 2))); // redelivered
        Collections.shuffle(told, random);
        return told;
    }

    private static List<Fact> facts(JobEvent... events) {
        return List.of(events).stream()
                .map(event -> Fact.of(event).orElseThrow())
                .toList();
    }
}
