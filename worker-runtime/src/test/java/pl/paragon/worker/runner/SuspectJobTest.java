package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.stage.WorkerStoppingException;

/** A job that may have brought its worker down. */
class SuspectJobTest extends AroundAStageRunner {

    @Test
    void shouldCountAStartThatWasNeverEndedAsAnAttempt() {
        // given
        ledger.startedBy(job, dead(2));
        AtomicInteger attempt = new AtomicInteger();

        // when
        runner((input, context) -> {
                    attempt.set(context.attempt());
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(attempt).hasValue(3);
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldGiveUpAJobThatBroughtItsWorkerDownAtEachAttempt() {
        // given
        ledger.startedBy(job, dead(4));
        AtomicInteger calls = new AtomicInteger();

        // when
        runner((input, context) -> {
                    calls.incrementAndGet();
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(calls).hasValue(0);
        assertThat(broker.published)
                .containsExactly(new StageFailed(
                        job,
                        clock.instant(),
                        Stage.OCR,
                        4,
                        JobError.of(ErrorCode.WORKER_CRASHED, Map.of("attempts", "4"))));
        assertThat(ledger.starts).isEmpty();
    }

    @Test
    void shouldRunAJobThatMayHaveCrashedItsWorkerAlone() throws Exception {
        // given: a job that is running, and a suspect that came after it
        JobId innocent = JobId.random();
        ledger.startedBy(job, dead(1));
        CountDownLatch innocentRuns = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        AtomicInteger othersWhileSuspectRan = new AtomicInteger(-1);
        CompletableFuture<StageRunner<ReceiptSubmitted>> self = new CompletableFuture<>();
        var runner = runner((input, context) -> {
            if (input.jobId().equals(innocent)) {
                innocentRuns.countDown();
                finish.await();
            } else {
                othersWhileSuspectRan.set(self.join().activeJobs() - 1);
            }
            return recognized(input.jobId());
        });
        self.complete(runner);
        Thread first = Thread.ofVirtual().start(() -> runner.take(record(submitted(innocent))));
        innocentRuns.await();

        // when
        Thread suspect = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        await().atMost(Submissions.PATIENCE).until(() -> suspect.getState() == Thread.State.TIMED_WAITING);
        assertThat(othersWhileSuspectRan).hasValue(-1);
        finish.countDown();
        first.join();
        suspect.join();

        // then
        assertThat(othersWhileSuspectRan).hasValue(0);
        assertThat(broker.published).containsExactly(recognized(innocent), recognized(job));
    }

    @Test
    void shouldRememberEarlierCrashesWhileItRunsSinceItMayCrashAgain() {
        // given
        Incarnation[] dead = dead(2);
        ledger.startedBy(job, dead);
        Set<Incarnation> during = new HashSet<>();

        // when
        runner((input, context) -> {
                    during.addAll(ledger.starts.get(job));
                    return recognized(input.jobId());
                })
                .take(record(submitted(job)));

        // then
        assertThat(during).containsExactlyInAnyOrder(dead[0], dead[1], crew.self());
    }

    @Test
    void shouldRememberEarlierCrashesWhenTheWorkerShutsDownInTheMiddle() throws Exception {
        // given
        Incarnation[] dead = dead(2);
        ledger.startedBy(job, dead);
        CountDownLatch running = new CountDownLatch(1);
        var runner = runner((input, context) -> {
            running.countDown();
            new CountDownLatch(1).await();
            return recognized(input.jobId());
        });
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(job))))));
        running.await();

        // when
        runner.drain(Duration.ZERO);

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(ledger.starts.get(job)).containsExactlyInAnyOrder(dead);
    }

    @Test
    void shouldRememberTheCrashesUntilItIsPublishedThatTheJobIsGivenUp() throws Exception {
        // given: a broker that does not come back before the worker shuts down
        Incarnation[] dead = dead(4);
        ledger.startedBy(job, dead);
        broker.failures = Integer.MAX_VALUE;
        settings = settings.withEndlessPauses();
        var runner = runner((input, context) -> recognized(input.jobId()));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> thrown.complete(catchThrowable(() -> runner.take(record(submitted(job))))));
        await().atMost(Submissions.PATIENCE)
                .until(() -> condition.report().condition() == WorkerHeartbeat.Condition.WAITING);

        // when
        runner.drain(Duration.ZERO);

        // then
        assertThat(thrown.get()).isInstanceOf(WorkerStoppingException.class);
        assertThat(ledger.starts.get(job)).containsExactlyInAnyOrder(dead);
    }

    @Test
    void shouldCountTheCrashesInTheFailureOfAResultThatTheBrokerWillNeverTake() {
        // given
        ledger.startedBy(job, dead(1));
        broker.refused = recognized(job)::equals;

        // when
        runner((input, context) -> recognized(input.jobId())).take(record(submitted(job)));

        // then
        assertThat(broker.published)
                .containsExactly(
                        new StageFailed(job, clock.instant(), Stage.OCR, 2, JobError.of(ErrorCode.INTERNAL_ERROR)));
        assertThat(ledger.starts).isEmpty();
    }
}
