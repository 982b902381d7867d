package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

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
}
