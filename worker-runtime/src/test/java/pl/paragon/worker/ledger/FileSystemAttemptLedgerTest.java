package pl.paragon.worker.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.worker.crew.Incarnation;

class FileSystemAttemptLedgerTest {

    private final JobId job = JobId.random();
    private final Incarnation one = Incarnation.random();
    private final Incarnation two = Incarnation.random();

    @TempDir
    private Path root;

    private FileSystemReceiptFileStore store;
    private AttemptLedger ledger;

    @BeforeEach
    void openTheStore() throws IOException {
        store = new FileSystemReceiptFileStore(root);
        store.put(job, "upload", "image/png", InputStream.nullInputStream());
        ledger = new FileSystemAttemptLedger(store);
    }

    @Test
    void shouldRememberWhoStartedAndNeverEndedAcrossProcesses() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        ledger.begin(job, Stage.OCR, two);
        ledger.begin(job, Stage.OCR, two);

        // when
        AttemptLedger another = new FileSystemAttemptLedger(new FileSystemReceiptFileStore(root));

        // then
        assertThat(another.unfinished(job, Stage.OCR)).containsExactlyInAnyOrder(one, two);
        assertThat(another.unfinished(job, Stage.ANALYSIS)).isEmpty();
    }

    @Test
    void shouldForgetOnlyTheStartsOfThoseWhoEnded() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        ledger.begin(job, Stage.OCR, two);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThat(ledger.unfinished(job, Stage.OCR)).containsExactly(two);
    }

    @Test
    void shouldLeaveNothingBehindWhenAllHaveEnded() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThat(ledger.unfinished(job, Stage.OCR)).isEmpty();
        assertThat(store.folder(job)).isDirectoryNotContaining(path -> !path.endsWith("upload"));
    }

    @Test
    void shouldSayThatTheStoreIsUnavailableWhateverTheFileSystemThrows() throws IOException {
        // given: a file where the job's folder should be
        store.delete(job);
        Files.writeString(store.folder(job), "in the way");

        // then
        assertThatThrownBy(() -> ledger.begin(job, Stage.OCR, one))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @Test
    void shouldNoteNoStartOfAJobWhoseFilesWereDeleted() throws IOException {
        // given
        ledger.begin(job, Stage.OCR, one);
        store.delete(job);

        // when
        ledger.end(job, Stage.OCR, Set.of(one));

        // then
        assertThatThrownBy(() -> ledger.begin(job, Stage.OCR, two)).isInstanceOf(NoSuchFileException.class);
        assertThat(store.folder(job)).doesNotExist();
    }

    @Test
    void shouldNoteAStartThoughAnotherWorkersEndRemovesTheFolderOfMarks() throws Exception {
        for (int round = 0; round < 200; round++) {
            // given
            ledger.begin(job, Stage.OCR, one);
            CyclicBarrier start = new CyclicBarrier(2);

            // when
            try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<?> ending = thread.submit(() -> {
                    start.await();
                    ledger.end(job, Stage.OCR, Set.of(one));
                    return null;
                });
                start.await();
                ledger.begin(job, Stage.OCR, two);
                ending.get();
            }

            // then
            assertThat(ledger.unfinished(job, Stage.OCR)).containsExactly(two);
            ledger.end(job, Stage.OCR, Set.of(two));
        }
    }
}
