package pl.paragon.analysis.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.paragon.analysis.engine.AnalysisEngine;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.runner.StageRunner;
import pl.paragon.worker.runner.StageRunners;

/** Texts in, receipts out. */
@Startup // not with the first record: its runner also takes up retries and has a heartbeat
@ApplicationScoped
class AnalysisStage {

    private final StageRunner<ReceiptTextRecognized> runner;

    AnalysisStage(
            StageRunners runners,
            ReceiptFileStore store,
            AnalysisEngine engine,
            AnalysisConfig config,
            Clock clock,
            MeterRegistry meters) {
        ReceiptGate gate = new ReceiptGate(config.fewestCharacters());
        this.runner = runners.runner(
                Stage.ANALYSIS, ReceiptTextRecognized.class, new AnalysisHandler(store, engine, gate, clock, meters));
    }

    @Incoming("texts")
    @RunOnVirtualThread
    void take(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }

    @Incoming("texts-bulk")
    @RunOnVirtualThread
    void takeBulk(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }
}
