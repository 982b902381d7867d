package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.job.JobId;
import pl.paragon.worker.stage.StageException;

/** What a stage tells of the time that its jobs took, from which others estimate how long they will wait. */
class MeasuredWorkTest extends AroundAStageRunner {

    @Test
    void shouldMeasureOnlyTheJobsThatItFinishes() {
        // given
        Duration took = Duration.ofSeconds(3);
        var runner = runner((input, context) -> {
            clock.advance(took);
            if (!input.jobId().equals(job)) {
                throw new StageException(ErrorCode.PDF_ENCRYPTED);
            }
            return recognized(input.jobId());
        });

        // when
        runner.take(record(submitted(JobId.random())));
        Optional<WorkDurations> afterAFailure = runner.recentWork();
        runner.take(record(submitted(job)));

        // then
        assertThat(afterAFailure).isEmpty();
        assertThat(runner.recentWork()).contains(new WorkDurations(took, took, took, took));
    }

    @Test
    void shouldMeasureHowLongAJobWaitedForTheStage() {
        // given
        var runner = runner((input, context) -> recognized(input.jobId()));
        clock.advance(Duration.ofSeconds(40));

        // when
        runner.take(record(submitted(job)));

        // then
        Timer wait = meters.get("paragon.stage.wait").tag("stage", "ocr").timer();
        assertThat(wait.count()).isEqualTo(1);
        assertThat(wait.totalTime(TimeUnit.SECONDS)).isEqualTo(40);
    }

    @Test
    void shouldNotCountAPauseAsASecondWait() {
        // given
        AtomicInteger attempts = new AtomicInteger();
        var runner = runner((input, context) -> {
            if (attempts.incrementAndGet() == 1) {
                throw new StageException(ErrorCode.STORE_UNAVAILABLE);
            }
            return recognized(input.jobId());
        });

        // when
        runner.take(record(submitted(job)));

        // then
        assertThat(attempts).hasValue(2);
        assertThat(meters.get("paragon.stage.wait").timer().count()).isEqualTo(1);
    }

    @Test
    void shouldCountWhatIsDoneAndWhatIsGivenUp() {
        // given
        var runner = runner((input, context) -> {
            if (input.jobId().equals(job)) {
                throw new StageException(ErrorCode.PDF_ENCRYPTED);
            }
            return recognized(input.jobId());
        });

        // when
        runner.take(record(submitted(JobId.random())));
        runner.take(record(submitted(JobId.random())));
        runner.take(record(submitted(job)));

        // then
        assertThat(runner.done()).isEqualTo(2);
        assertThat(runner.failed()).isEqualTo(1);
    }

    @Test
    void shouldCountAJobThatADefectOfTheRunnerEndsAsGivenUp() {
        // given: a ledger that cannot even be asked
        ledger.defect = new IllegalStateException("nobody expects this here");
        var runner = runner((input, context) -> recognized(input.jobId()));

        // when
        runner.take(record(submitted(job)));

        // then
        assertThat(runner.failed()).isEqualTo(1);
        assertThat(runner.done()).isZero();
    }

    @Test
    void shouldNameTheJobsInHandAndSinceWhen() throws InterruptedException {
        // given
        HeldWork work = new HeldWork();
        var runner = runner(work);
        Thread first = Thread.ofVirtual().start(() -> runner.take(record(submitted(job))));
        work.awaitRunning(1);
        clock.advance(Duration.ofSeconds(3));
        JobId later = JobId.random();
        Thread second = Thread.ofVirtual().start(() -> runner.take(record(submitted(later))));
        work.awaitRunning(1);

        // when, then
        assertThat(runner.jobs())
                .containsExactly(
                        new WorkerProcess.WorkingOn(job, NOW), new WorkerProcess.WorkingOn(later, NOW.plusSeconds(3)));
        work.finish();
        first.join();
        second.join();
        assertThat(runner.jobs()).isEmpty();
    }
}
