package pl.paragon.worker.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

/** A marker file for each start beside the job's files. Not forced to the disk: it has to outlive the process, not the machine. */
final class FileSystemAttemptLedger implements AttemptLedger {

    private final FileSystemReceiptFileStore store;

    FileSystemAttemptLedger(FileSystemReceiptFileStore store) {
        this.store = store;
    }

    @Override
    public int unfinished(JobId job, Stage stage) throws IOException {
        try (Stream<Path> starts = Files.list(folder(job, stage))) {
            return (int) starts.count();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public void begin(JobId job, Stage stage) throws IOException {
        Files.createFile(Files.createDirectories(folder(job, stage)).resolve("start-" + UUID.randomUUID()));
    }

    @Override
    public void end(JobId job, Stage stage) throws IOException {
        Path folder = folder(job, stage);
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> starts = found.toList();
            for (Path start : starts) {
                Files.deleteIfExists(start);
            }
            Files.deleteIfExists(folder);
        } catch (NoSuchFileException e) {
            // ended already, by a redelivery of the same record
        }
    }

    private Path folder(JobId job, Stage stage) {
        return store.folder(job).resolve("unfinished-" + stage.id());
    }
}
