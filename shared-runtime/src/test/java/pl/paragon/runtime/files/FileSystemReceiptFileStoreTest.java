package pl.paragon.runtime.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

class FileSystemReceiptFileStoreTest {

    @TempDir
    Path root;

    private final JobId job = JobId.random();
    private FileSystemReceiptFileStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileSystemReceiptFileStore(root);
    }

    @Test
    void shouldGiveBackWhatWasStoredWithItsSizeAndDigest() throws IOException {
        // when
        FileReference reference = store.put(job, "upload", "image/png", bytes("abc"));

        // then
        assertThat(reference)
                .isEqualTo(new FileReference(
                        job + "/upload",
                        "image/png",
                        3,
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(store.find(job, "upload", "image/png")).contains(reference);
        try (InputStream in = store.open(reference)) {
            assertThat(in).hasContent("abc");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenTheUploadBreaksOff() {
        // given
        InputStream broken = new SequenceInputStream(bytes("half a file"), new BrokenConnection());

        // when / then
        assertThatThrownBy(() -> store.put(job, "upload", "image/png", broken)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldNotFindWhatIsNotThere() throws IOException {
        assertThat(store.find(job, "text.json", "application/json")).isEmpty();
        assertThatThrownBy(() -> store.open(new FileReference(job + "/upload", "image/png", 1, "00")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../upload", "a/b", "", ".hidden", "up load"})
    void shouldRefuseNamesThatCouldLeadElsewhere(String name) {
        assertThatThrownBy(() -> store.put(job, name, "image/png", bytes("x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "upload", "/etc/passwd", "x/y/z"})
    void shouldNotOpenKeysThatAreNotOfThisStore(String key) {
        assertThatThrownBy(() -> store.open(new FileReference(key, "image/png", 1, "00")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldDeleteTheFilesOfOldJobsOnly() throws IOException {
        // given
        JobId young = JobId.random();
        store.put(job, "upload", "image/png", bytes("old"));
        store.put(young, "upload", "image/png", bytes("young"));
        age(store.folder(job));

        // when
        int deleted = store.deleteOlderThan(Instant.now().minusSeconds(60));

        // then
        assertThat(deleted).isEqualTo(1);
        assertThat(store.find(job, "upload", "image/png")).isEmpty();
        assertThat(store.find(young, "upload", "image/png")).isPresent();
    }

    @Test
    void shouldKeepTheFirstOfTwoFilesWithOneName() throws IOException {
        // given
        FileReference first = store.putIfAbsent(job, "analysis.json", "application/json", bytes("first"));

        // when
        FileReference second = store.putIfAbsent(job, "analysis.json", "application/json", bytes("the second"));

        // then
        assertThat(second).isEqualTo(first);
        try (InputStream in = store.open(first)) {
            assertThat(in).hasContent("first");
        }
        assertThat(files()).as("no part files are left").hasSize(1);
    }

    @Test
    void shouldGiveAllWritersAtTheSameTimeTheOneFileThatStands() throws Exception {
        int writers = 16;
        for (int round = 0; round < 20; round++) {
            // given
            JobId contested = JobId.random();
            CyclicBarrier start = new CyclicBarrier(writers);
            try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
                // when
                List<Future<FileReference>> references = IntStream.range(0, writers)
                        .mapToObj(i -> threads.submit(() -> {
                            start.await();
                            return store.putIfAbsent(
                                    contested, "analysis.json", "application/json", bytes("written by " + i));
                        }))
                        .toList();

                // then
                FileReference stands = references.getFirst().get();
                for (Future<FileReference> reference : references) {
                    assertThat(reference.get()).isEqualTo(stands);
                }
                assertThat(store.find(contested, "analysis.json", "application/json"))
                        .contains(stands);
            }
        }
        assertThat(files()).as("no part files are left").hasSize(20);
    }

    private Stream<Path> files() {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void age(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.toList()) {
                Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
            }
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static final class BrokenConnection extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
