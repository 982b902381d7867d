package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.crew.CrewFixture;
import pl.paragon.worker.crew.Incarnation;

/** A record that is redelivered while its job is still worked on: after a rebalance, when a worker joined or left. */
class WorkedOnElsewhereTest extends AroundAStageRunner {

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger attempt = new AtomicInteger();

    @Test
    void shouldWaitUntilALivingWorkerIsDoneAndCountNoAttempt() throws Exception {
        // given
        Incarnation other = alive();
        ledger.startedBy(job, other);
        var runner = runnerThatCounts();
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        awaitWaiting(worker);
        assertThat(calls).hasValue(0);

        // when
        ledger.end(job, Stage.OCR, Set.of(other));
        worker.join();

        // then
        assertThat(attempt).hasValue(1);
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldCountAnAttemptOnceTheOtherIsKnownToBeDead() throws Exception {
        // given: nobody knows yet whether it lives
        Incarnation other = Incarnation.random();
        ledger.startedBy(job, other);
        var runner = runnerThatCounts();
        Thread worker = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        awaitWaiting(worker);
        assertThat(calls).hasValue(0);

        // when
        CrewFixture.hears(crew, other, WorkerHeartbeat.Condition.LEAVING);
        worker.join();

        // then
        assertThat(attempt).hasValue(2);
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldNotWaitForAnEndOfItsOwnThatCouldNotBeNoted() {
        // given
        ledger.startedBy(job, crew.self());

        // when
        runnerThatCounts().take(record(submitted(job)));

        // then
        assertThat(attempt).hasValue(1);
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldNotWorkTwiceAtATimeOnAJobThatComesBackToTheSameWorker() throws Exception {
        // given
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger atATime = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        var runner = runner((input, context) -> {
            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            running.countDown();
            finish.await();
            atATime.decrementAndGet();
            return recognized(input.jobId());
        });
        Thread first = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        running.await();

        // when
        Thread second = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        awaitWaiting(second);
        finish.countDown();
        first.join();
        second.join();

        // then
        assertThat(most).hasValue(1);
        assertThat(broker.published).containsExactly(recognized(job), recognized(job));
    }

    @Test
    void shouldNotWaitLongerThanAnyWorkMayTake() {
        // given: a living worker that forgot to note an end
        settings = settings.withLimits(Duration.ofHours(1), Duration.ofMillis(1));
        Incarnation other = alive();
        ledger.startedBy(job, other);

        // when
        runnerThatCounts().take(record(submitted(job)));

        // then
        assertThat(attempt).as("no crash: it lives").hasValue(1);
        assertThat(broker.published).containsExactly(recognized(job));
    }

    @Test
    void shouldCountEveryoneAsCrashedWhoIsNotKnownToLiveOnceItHasWaitedForLongEnough() {
        // given: one that lives, one that is dead, and one of which nothing is known
        settings = settings.withLimits(Duration.ofHours(1), Duration.ofMillis(1));
        Incarnation gone = Incarnation.random();
        CrewFixture.hears(crew, gone, WorkerHeartbeat.Condition.LEAVING);
        ledger.startedBy(job, alive(), gone, Incarnation.random());

        // when
        runnerThatCounts().take(record(submitted(job)));

        // then
        assertThat(attempt).hasValue(3);
    }

    @Test
    void shouldStopWaitingWhenTheJobIsCancelled() throws Exception {
        // given
        ledger.startedBy(job, alive());
        Thread worker = Thread.ofVirtual().start(() -> runnerThatCounts().take(record(submitted(job))));
        awaitWaiting(worker);

        // when
        cancellations.cancel(job);
        worker.join();

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published).isEmpty();
    }

    private StageRunner<ReceiptSubmitted> runnerThatCounts() {
        return runner((input, context) -> {
            calls.incrementAndGet();
            attempt.set(context.attempt());
            return recognized(input.jobId());
        });
    }

    private static void awaitWaiting(Thread thread) {
        await().atMost(Submissions.PATIENCE).until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }
}
