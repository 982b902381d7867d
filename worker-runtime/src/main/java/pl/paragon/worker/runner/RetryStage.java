package pl.paragon.worker.runner;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Runs this stage's retries when they fall due. Each waits unacknowledged, so it survives a crash; as many wait at a
 * time as jobs are worked on, in about the order in which they fall due.
 */
@ApplicationScoped
class RetryStage {

    private final StageRunners runners;

    RetryStage(StageRunners runners) {
        this.runners = runners;
    }

    @Incoming("retries")
    @RunOnVirtualThread
    void retake(ConsumerRecord<String, byte[]> record) throws InterruptedException {
        runners.awaitAll().forEach(runner -> runner.retake(record));
    }
}
