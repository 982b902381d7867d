package pl.paragon.persistence.arbiter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.removal.RemovalReason;
import pl.paragon.persistence.removal.Removals;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.worker.runner.FactRunner;
import pl.paragon.worker.runner.StageRunners;

/**
 * A client cancelled a job: it ends as cancelled unless it ended otherwise before. Either way its end is published. If
 * it is cancelled, what it stored is removed soon after.
 */
@Startup // what it measures is shown before the first cancel
@ApplicationScoped
class CancelStage {

    private final FactRunner<CancelRequested> runner;

    CancelStage(StageRunners runners, Arbiter arbiter, Removals removals, MeterRegistry meters, Clock clock) {
        Timer latency = Metric.CANCEL.timer(meters);
        this.runner = runners.facts(Stage.PERSISTENCE, Topic.CANCEL_REQUESTED, CancelRequested.class, cancel -> {
            JobEnded end = cancel(cancel.jobId(), arbiter, removals);
            latency.record(Duration.between(cancel.occurredAt(), clock.instant()));
            return end;
        });
    }

    @Incoming("cancels")
    @Blocking(value = "arbiter", ordered = false)
    void take(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }

    private static JobEnded cancel(JobId job, Arbiter arbiter, Removals removals) {
        return arbiter.decide(job, new JobEnded.Cancelled(), () -> removals.ask(job, RemovalReason.CANCELLED));
    }
}
