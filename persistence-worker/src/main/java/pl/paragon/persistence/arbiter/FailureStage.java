package pl.paragon.persistence.arbiter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.database.StorableText;
import pl.paragon.worker.runner.FactRunner;
import pl.paragon.worker.runner.StageRunners;

/** A stage gave a job up: the job ends as failed, unless it ended otherwise before. */
@ApplicationScoped
class FailureStage {

    private final FactRunner<StageFailed> runner;

    FailureStage(StageRunners runners, Arbiter arbiter) {
        this.runner = runners.facts(
                Stage.PERSISTENCE,
                Topic.STAGE_FAILED,
                StageFailed.class,
                failure -> arbiter.decide(failure.jobId(), failed(StorableText.in(failure, StageFailed.class))));
    }

    @Incoming("failures")
    @Blocking(value = "arbiter", ordered = false)
    void take(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }

    private static JobEnded.Failed failed(StageFailed failure) {
        return new JobEnded.Failed(failure.stage(), failure.attempts(), failure.error());
    }
}
