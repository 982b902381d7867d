package pl.paragon.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/** A disk without room, played by the device that has none: the failures are the kernel's own. */
class FullStoreTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path root;

    private final JobId job = JobId.random();
    private boolean full;

    @Test
    void shouldSayThatItIsFullAndLeaveNoHalfFile() throws IOException {
        // given
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(root, DirectorySync::fsync, this::part);
        full = true;

        // when / then
        assertThatThrownBy(() -> store.put(job, "upload", "image/png", bytes())).isInstanceOf(StoreFullException.class);
        assertThat(left()).isEmpty();

        // when there is room again
        full = false;
        FileReference upload = store.put(job, "upload", "image/png", bytes());

        // then
        assertThat(upload.size()).isEqualTo(3);
    }

    @Test
    void shouldLeaveTheJobAsItIsIfADocumentDoesNotFit() throws IOException {
        // given
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(root, DirectorySync::fsync, this::part);
        store.put(job, "upload", "image/png", bytes());
        full = true;

        // when / then
        assertThatThrownBy(() -> store.putIfAbsent(job, "text.json", "application/json", bytes()))
                .isInstanceOf(StoreFullException.class);
        assertThat(left()).containsExactly(store.folder(job).resolve("upload"));
    }

    @Test
    void shouldSayThatItIsFullIfTheFileFitsAndItsNameDoesNot() throws IOException {
        // given
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(
                root,
                directory -> {
                    throw new FileSystemException(directory.toString(), null, "Disk quota exceeded");
                },
                PartFile.Creation::ofNew);

        // when / then
        assertThatThrownBy(() -> store.put(job, "upload", "image/png", bytes())).isInstanceOf(StoreFullException.class);
        assertThat(left()).isEmpty();
        assertThatThrownBy(() -> store.putIfAbsent(job, "text.json", "application/json", bytes()))
                .isInstanceOf(StoreFullException.class);
    }

    @Test
    void shouldNotTakeADiskThatFailsForOneThatIsFull() throws IOException {
        // given
        FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(root, DirectorySync::fsync, path -> {
            throw new FileSystemException(path.toString(), null, "Input/output error");
        });

        // when / then
        assertThatThrownBy(() -> store.put(job, "upload", "image/png", bytes()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(StoreFullException.class);
    }

    private FileChannel part(Path path) throws IOException {
        FileChannel file = PartFile.Creation.ofNew(path);
        if (!full) {
            return file;
        }
        file.close();
        return FileChannel.open(FULL, StandardOpenOption.WRITE);
    }

    private Stream<Path> left() throws IOException {
        return Files.walk(root).filter(Files::isRegularFile);
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }
}
