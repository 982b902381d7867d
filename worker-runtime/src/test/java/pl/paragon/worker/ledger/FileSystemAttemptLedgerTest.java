package pl.paragon.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

class FileSystemAttemptLedgerTest {

    private final JobId job = JobId.random();

    @TempDir
    private Path root;

    private FileSystemReceiptFileStore store;

    @BeforeEach
    void openTheStore() throws IOException {
        store = new FileSystemReceiptFileStore(root);
    }

    @Test
    void shouldRememberStartsThatWereNeverEndedAcrossProcesses() throws IOException {
        // given: two starts, then another process looks
        new FileSystemAttemptLedger(store).begin(job, Stage.OCR);
        new FileSystemAttemptLedger(store).begin(job, Stage.OCR);
        var ledger = new FileSystemAttemptLedger(new FileSystemReceiptFileStore(root));

        // when / then
        assertThat(ledger.unfinished(job, Stage.OCR)).isEqualTo(2);
        assertThat(ledger.unfinished(job, Stage.ANALYSIS)).isZero();
        ledger.end(job, Stage.OCR);
        assertThat(ledger.unfinished(job, Stage.OCR)).isZero();
        ledger.end(job, Stage.OCR);
    }
}
