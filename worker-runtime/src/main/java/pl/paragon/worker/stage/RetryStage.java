package pl.paragon.worker.stage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes up retries of this process's stage when they are due. Each waits on a virtual thread of its own and unacknowledged, so a retry outlives the worker and holds nobody up.
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
