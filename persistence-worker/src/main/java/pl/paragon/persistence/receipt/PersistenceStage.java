package pl.paragon.persistence.receipt;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.job.Stage;
import pl.paragon.persistence.arbiter.Arbiter;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.receipt.duplicate.Duplicates;
import pl.paragon.persistence.receipt.schema.ReceiptStore;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.worker.runner.StageRunner;
import pl.paragon.worker.runner.StageRunners;

/** Analysed receipts in, ended jobs out. */
@Startup // not with the first record: its runner also runs retries and sends heartbeats
@ApplicationScoped
class PersistenceStage {

    private final StageRunner<ReceiptAnalyzed> runner;

    PersistenceStage(
            StageRunners runners,
            ReceiptFileStore files,
            Transactions transactions,
            Duplicates duplicates,
            Arbiter arbiter,
            ReceiptStore receipts,
            Clock clock) {
        this.runner = runners.runner(
                Stage.PERSISTENCE,
                ReceiptAnalyzed.class,
                new SaveReceipt(
                        new Documents(files), transactions, duplicates, arbiter, receipts, clock, new SecureRandom()));
    }

    @Incoming("receipts")
    @Blocking(value = "saving", ordered = false)
    void take(ConsumerRecord<String, byte[]> record) {
        runner.take(record);
    }
}
