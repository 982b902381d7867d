package pl.paragon.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStore;

class FileSystemAttemptLedgerTest extends AttemptLedgerContract {

    @TempDir
    private Path root;

    @Override
    ReceiptFileStore openStore() throws IOException {
        return new FileSystemReceiptFileStore(root);
    }

    @Override
    AttemptLedger openLedger() throws IOException {
        return new FileSystemAttemptLedger(new FileSystemReceiptFileStore(root));
    }

    @Test
    void shouldLeaveNoFolderOfMarks() throws IOException {
        // given
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(root);
        AttemptLedger ledger = new FileSystemAttemptLedger(store);
        ledger.begin(job, Stage.OCR, one);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThat(store.folder(job)).isDirectoryNotContaining(path -> !path.endsWith("upload"));
    }

    @Test
    void shouldSayThatTheStoreIsUnavailableWhateverTheFileSystemThrows() throws IOException {
        // given: a file where the job's folder should be
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(root);
        store.delete(job);
        Files.writeString(store.folder(job), "in the way");

        // then
        assertThatThrownBy(() -> new FileSystemAttemptLedger(store).begin(job, Stage.OCR, one))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }
}
