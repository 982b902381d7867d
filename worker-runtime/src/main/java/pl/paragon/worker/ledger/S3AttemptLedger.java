package pl.paragon.worker.ledger;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.s3.S3ReceiptFileStore;
import pl.paragon.worker.crew.Incarnation;

/**
 * An empty object for each start beside the job's files, named after the worker: no two workers ever write the same
 * one, so nothing has to be compared.
 */
final class S3AttemptLedger implements AttemptLedger {

    private final S3ReceiptFileStore store;

    S3AttemptLedger(S3ReceiptFileStore store) {
        this.store = store;
    }

    @Override
    public Set<Incarnation> unfinished(JobId job, Stage stage) throws IOException {
        return store.marks(job, marks(stage)).stream().map(Incarnation::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void begin(JobId job, Stage stage, Incarnation worker) throws IOException {
        store.mark(job, marks(stage), worker.id());
    }

    @Override
    public void end(JobId job, Stage stage, Set<Incarnation> workers) throws IOException {
        for (Incarnation worker : workers) {
            store.unmark(job, marks(stage), worker.id());
        }
    }

    private static String marks(Stage stage) {
        return "unfinished-" + stage.id();
    }
}
