package pl.paragon.ocr;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.runner.StageRunner;
import pl.paragon.worker.runner.StageRunners;

/** Receipts in, texts out. */
@Startup // not with the first record: its runner also resumes retries and sends heartbeats
@ApplicationScoped
class OcrStage {

    private final StageRunner<ReceiptSubmitted> runner;

    OcrStage(StageRunners runners, ReceiptFileStore store, ReadingComposition reading, Clock clock) {
        OcrHandler handler = new OcrHandler(store, reading.files(), reading.gate(), reading.workspace(), clock);
        this.runner = runners.runner(Stage.OCR, ReceiptSubmitted.class, handler);
    }

    @Incoming("receipts")
    @RunOnVirtualThread
    void take(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }

    @Incoming("receipts-bulk")
    @RunOnVirtualThread
    void takeBulk(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }
}
