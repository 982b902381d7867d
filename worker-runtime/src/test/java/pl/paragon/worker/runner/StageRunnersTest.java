package pl.paragon.worker.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pl.paragon.worker.runner.Submissions.recognized;
import static pl.paragon.worker.runner.Submissions.record;
import static pl.paragon.worker.runner.Submissions.submitted;

import io.quarkus.runtime.ShutdownEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.worker.stage.StageException;
import pl.paragon.worker.stage.WorkerStoppingException;

/** A process that shuts down tells all its runners. */
class StageRunnersTest extends AroundAStageRunner {

    @Test
    void shouldTakeNothingMoreOnceTheProcessShutsDown() {
        // given
        settings = settings.withEndlessPauses();
        StageRunners runners = runners();
        StageRunner<ReceiptSubmitted> work =
                runners.runner(Stage.OCR, ReceiptSubmitted.class, (input, context) -> recognized(input.jobId()));
        FactRunner<CancelRequested> facts =
                runners.facts(Stage.OCR, Topic.CANCEL_REQUESTED, CancelRequested.class, fact -> {
                    throw new StageException(ErrorCode.DATABASE_UNAVAILABLE);
                });
        assertThat(runners.stopping()).isFalse();

        // when
        runners.drain(new ShutdownEvent());

        // then
        assertThat(runners.stopping()).isTrue();
        assertThat(condition.report().condition()).isEqualTo(WorkerHeartbeat.Condition.LEAVING);
        assertThatThrownBy(() -> work.take(record(submitted(job)))).isInstanceOf(WorkerStoppingException.class);
        assertThatThrownBy(() -> facts.take(cancel())).isInstanceOf(WorkerStoppingException.class);
        assertThat(broker.published).isEmpty();
    }

    private StageRunners runners() {
        return RunnersFixture.runners(settings, broker, crew, condition, clock);
    }

    private static ConsumerRecord<String, byte[]> cancel() {
        CancelRequested cancel = new CancelRequested(JobId.random(), Submissions.NOW, "anonymous");
        return new ConsumerRecord<>(Topic.CANCEL_REQUESTED.id(), 2, 7, cancel.key(), Json.write(cancel));
    }
}
