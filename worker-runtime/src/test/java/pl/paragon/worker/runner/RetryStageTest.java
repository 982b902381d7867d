package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pl.paragon.worker.runner.Submissions.NOW;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.Incarnation;

class RetryStageTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final JobId job = JobId.random();
    private final FakeBroker broker = new FakeBroker();
    private final StageRunners runners = RunnersFixture.runners(
            StageSettings.QUICK,
            broker,
            new Crew(Incarnation.random(), Duration.ofSeconds(15), CLOCK),
            new WorkerCondition(CLOCK),
            CLOCK);

    @Test
    void shouldKeepARetryThatComesWhileTheProcessStartsUntilItsStageIsMade() throws Exception {
        // given: a retry is delivered before the worker has made its stage
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Thread delivery = Thread.ofVirtual().start(() -> {
            try {
                new RetryStage(runners).retake(record(Submissions.retry(Stage.OCR, 1, NOW, submitted(job))));
                acknowledged.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                acknowledged.completeExceptionally(e);
            }
        });
        await().atMost(Submissions.PATIENCE)
                .until(() -> acknowledged.isDone() || delivery.getState() == Thread.State.WAITING);
        assertThat(acknowledged).as("acknowledged by nobody").isNotDone();

        // when
        runners.runner(Stage.OCR, ReceiptSubmitted.class, (input, context) -> recognized(input.jobId()));
        acknowledged.get();

        // then
        assertThat(broker.published).containsExactly(recognized(job));
    }
}
