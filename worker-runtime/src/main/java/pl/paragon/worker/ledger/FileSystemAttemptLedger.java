package pl.paragon.worker.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.worker.crew.Incarnation;

/**
 * A marker file for each start beside the job's files, named after the worker. Not forced to the disk: it has to
 * outlive the process, not the machine.
 */
final class FileSystemAttemptLedger implements AttemptLedger {

    private final FileSystemReceiptFileStore store;

    FileSystemAttemptLedger(FileSystemReceiptFileStore store) {
        this.store = store;
    }

    @Override
    public Set<Incarnation> unfinished(JobId job, Stage stage) throws IOException {
        try (Stream<Path> starts = Files.list(folder(job, stage))) {
            return starts.map(start -> new Incarnation(start.getFileName().toString()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NoSuchFileException e) {
            return Set.of();
        } catch (UncheckedIOException e) { // what the stream met after the folder was opened
            throw e.getCause();
        }
    }

    @Override
    public void begin(JobId job, Stage stage, Incarnation worker) throws IOException {
        while (!noted(store.existingFolder(job).resolve(marks(stage)), worker)) {
            // the folder of marks went away in between: with the last mark of another worker, or with the job's files
        }
    }

    private static boolean noted(Path marks, Incarnation worker) throws IOException {
        try {
            if (!Files.isDirectory(marks)) {
                Files.createDirectory(marks);
            }
        } catch (FileAlreadyExistsException e) {
            // another worker began at the same time
        } catch (NoSuchFileException e) {
            return false;
        }
        try {
            Files.createFile(marks.resolve(worker.id()));
            return true;
        } catch (FileAlreadyExistsException e) {
            return true; // an earlier end could not be noted: the mark is there already
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void end(JobId job, Stage stage, Set<Incarnation> workers) throws IOException {
        Path folder = folder(job, stage);
        for (Incarnation worker : workers) {
            Files.deleteIfExists(folder.resolve(worker.id()));
        }
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // another worker is still at it
        }
    }

    private Path folder(JobId job, Stage stage) {
        return store.folder(job).resolve(marks(stage));
    }

    private static String marks(Stage stage) {
        return "unfinished-" + stage.id();
    }
}
