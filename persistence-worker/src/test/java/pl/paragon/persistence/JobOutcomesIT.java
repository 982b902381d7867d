package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.testsupport.broker.RealBroker;

/** The one end of each job, whatever comes first and however often. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class JobOutcomesIT extends AgainstRealServers {

    @Test
    void shouldTellTheEndOfAJobWhoseWorkerDiedBetweenSavingAndTelling() {
        // given
        JobEnded untold = arbiter.decide(job, new JobEnded.Saved(UUID.randomUUID()));

        // when
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));

        // then
        assertThat(broker.await(job, JobEnded.class)).isEqualTo(untold);
    }

    @Test
    void shouldSaveNothingAfterACancel() {
        // given
        broker.publish(Fixtures.cancelled(job));
        JobEnded cancelled = broker.await(job, JobEnded.class);

        // when: as from a worker that has not heard of the cancel
        JobEnded end = arbiter.decide(job, new JobEnded.Saved(UUID.randomUUID()), () -> {
            throw new AssertionError("nothing may be saved any more");
        });

        // then
        assertThat(cancelled.outcome()).isEqualTo(new JobEnded.Cancelled());
        assertThat(end).isEqualTo(cancelled);
        assertThat(database.receipts(job)).isEmpty();
    }

    @Test
    void shouldTellWhoCancelsTooLateThatTheReceiptIsSaved() {
        // given
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));
        JobEnded saved = broker.await(job, JobEnded.class);

        // when
        broker.publish(Fixtures.cancelled(job));

        // then
        assertThat(broker.await(job, JobEnded.class, 2)).containsExactly(saved, saved);
    }

    @Test
    void shouldGiveEachJobOneEndWhereSavesAndCancelsRace() {
        // given
        List<JobId> jobs = Stream.generate(JobId::random).limit(40).toList();

        // when
        for (JobId each : jobs) {
            broker.publish(Fixtures.analyzedNow(each, Fixtures.document(), store), Fixtures.cancelled(each));
        }

        // then
        for (JobId each : jobs) {
            JobEnded end = broker.await(each, JobEnded.class);
            assertThat(broker.published(each, JobEnded.class)).allMatch(end::equals);
            assertThat(database.outcomes(each)).singleElement().satisfies(row -> assertThat(row.get("outcome"))
                    .isEqualTo(end.outcome() instanceof JobEnded.Saved ? "saved" : "cancelled"));
            assertThat(database.receipts(each)).hasSize(end.outcome() instanceof JobEnded.Saved ? 1 : 0);
        }
    }

    @Test
    void shouldLetOneOfManyProposalsAtTheSameTimeStand() {
        // given
        int proposals = 12;
        CountDownLatch ready = new CountDownLatch(proposals);
        ConcurrentLinkedQueue<Integer> consequences = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<JobEnded> ends = new ConcurrentLinkedQueue<>();

        // when
        try (var threads = Executors.newFixedThreadPool(proposals)) {
            IntStream.range(0, proposals)
                    .forEach(i -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        JobEnded.Outcome proposed =
                                i % 2 == 0 ? new JobEnded.Cancelled() : new JobEnded.Saved(UUID.randomUUID());
                        return ends.add(arbiter.decide(job, proposed, () -> consequences.add(i)));
                    }));
        }

        // then
        assertThat(consequences).hasSize(1);
        assertThat(ends).hasSize(proposals);
        assertThat(ends.stream().distinct()).hasSize(1);
    }

    @Test
    void shouldRecordAFailureAndTellIt() {
        // given
        StageFailed failure = Fixtures.failed(job);

        // when
        broker.publish(failure, failure);

        // then
        JobEnded.Failed failed = new JobEnded.Failed(failure.stage(), failure.attempts(), failure.error());
        assertThat(broker.await(job, JobEnded.class, 2))
                .extracting(JobEnded::outcome)
                .containsExactly(failed, failed);
        assertThat(database.outcomes(job)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("outcome", "failed")
                .containsEntry("stage", "analysis")
                .containsEntry("attempts", 1));
    }

    @Test
    void shouldCountTheEndsOfJobs() {
        // given
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));

        // when
        broker.await(job, JobEnded.class);

        // then
        assertThat(get("/q/metrics").asString())
                .containsPattern("paragon_job_outcomes_total\\{.*outcome=\"saved\".*\\} ");
    }
}
