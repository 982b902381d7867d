package pl.paragon.runtime.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
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

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

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
    void shouldDeleteTheFilesOfOneJobAndCountThem() throws IOException {
        // given
        JobId other = JobId.random();
        store.put(job, "upload", "image/png", bytes("abc"));
        store.putIfAbsent(job, "text.json", "application/json", bytes("text"));
        store.put(other, "upload", "image/png", bytes("other"));

        // when
        Freed freed = store.delete(job);

        // then
        assertThat(freed).isEqualTo(new Freed(2, 7));
        assertThat(store.folder(job)).doesNotExist();
        assertThat(files()).containsExactly(store.folder(other).resolve("upload"));
        assertThat(store.delete(job)).as("again").isEqualTo(Freed.NOTHING);
    }

    @Test
    void shouldRefuseAWriterThatIsLate() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        InputStream slow = new FilterInputStream(bytes("text")) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                store.delete(job); // in the middle of the writing
                return super.read(buffer, offset, length);
            }
        };

        // when / then
        assertThatThrownBy(() -> store.putIfAbsent(job, "text.json", "application/json", slow))
                .isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.putIfAbsent(job, "text.json", "application/json", bytes("text")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(files()).isEmpty();
        assertThat(store.folder(job)).doesNotExist();
    }

    @Test
    void shouldFinishADeletionThatACrashInterrupted() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        Files.move(store.folder(job), root.resolve("removed").resolve(job.toString()));

        // when
        Freed freed = store.delete(job);

        // then
        assertThat(freed).isEqualTo(new Freed(1, 3));
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldListTheJobsThatHaveFilesAndSinceWhen() throws IOException {
        // given
        JobId another = JobId.random();
        store.put(job, "upload", "image/png", bytes("abc"));
        store.put(another, "upload", "image/png", bytes("abc"));
        age(store.folder(job).resolve("upload"));
        store.putIfAbsent(job, "text.json", "application/json", bytes("young"));
        Files.writeString(root.resolve("jobs").resolve("lost+found"), "of somebody else");

        // when / then
        try (Stream<JobId> jobs = store.jobs()) {
            assertThat(jobs).containsExactlyInAnyOrder(job, another);
        }
        assertThat(store.changes(job)).hasValueSatisfying(changes -> {
            assertThat(changes.first()).isEqualTo(LONG_AGO);
            assertThat(changes.last()).isAfter(LONG_AGO);
        });
        assertThat(store.changes(JobId.random())).isEmpty();
    }

    @Test
    void shouldDeleteOnlyOldLeftovers() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("old, but somebody's"));
        Path half = Files.writeString(root.resolve("incoming").resolve("half.part"), "half");
        Path writing = Files.writeString(root.resolve("incoming").resolve("writing.part"), "half");
        Path dying = Files.createDirectories(
                root.resolve("removed").resolve(JobId.random().toString()));
        Files.writeString(dying.resolve("upload"), "abc");
        age(store.folder(job));
        age(half);
        age(dying);

        // when
        Freed freed = store.deleteLeftovers(LONG_AGO.plusSeconds(1));

        // then
        assertThat(freed).isEqualTo(new Freed(2, 7));
        assertThat(files()).containsExactlyInAnyOrder(store.folder(job).resolve("upload"), writing);
    }

    @Test
    void shouldNotTakeAStoreThatIsAwayForFilesThatAreGone() throws IOException {
        // given
        FileReference upload = store.put(job, "upload", "image/png", bytes("abc"));

        // when: its volume is not mounted
        Files.move(root.resolve("jobs"), root.resolve("elsewhere"));

        // then
        assertThat(catchThrowable(() -> store.open(upload))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.find(job, "upload", "image/png"))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.delete(job))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.changes(job))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.existingFolder(job))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.putIfAbsent(job, "text.json", "application/json", bytes("text"))))
                .satisfies(this::saysThatItIsAway);
        assertThat(root.resolve("jobs")).doesNotExist();
    }

    private void saysThatItIsAway(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("unavailable");
    }

    @Test
    void shouldForceEachNewEntryToTheDiskBeforeAnybodyIsToldOfIt() throws IOException {
        // given
        List<Path> forced = new ArrayList<>();
        store = new FileSystemReceiptFileStore(
                root,
                directory -> {
                    assertThat(directory).isDirectory();
                    forced.add(root.relativize(directory));
                    forced.addAll(files().map(root::relativize)
                            .filter(f -> !f.startsWith("incoming"))
                            .toList());
                },
                PartFile.Creation::ofNew);
        Path folder = root.relativize(store.folder(job));
        Path upload = folder.resolve("upload");
        Path text = folder.resolve("text.json");

        // when / then
        store.put(job, "upload", "image/png", bytes("abc"));
        assertThat(forced).containsExactly(folder, upload, folder.getParent(), upload, Path.of("jobs"), upload);

        // when / then
        forced.clear();
        store.putIfAbsent(job, "text.json", "application/json", bytes("text"));
        assertThat(forced.getFirst()).isEqualTo(folder);
        assertThat(forced).contains(text);

        // when / then: the first writer may not have forced it yet
        forced.clear();
        store.putIfAbsent(job, "text.json", "application/json", bytes("text"));
        assertThat(forced.getFirst()).isEqualTo(folder);

        // when / then
        forced.clear();
        store.delete(job);
        assertThat(forced).startsWith(folder.getParent()).endsWith(Path.of("removed"));
    }

    @Test
    void shouldKeepTheFirstOfTwoFilesWithOneName() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        FileReference first = store.putIfAbsent(job, "analysis.json", "application/json", bytes("first"));

        // when
        FileReference second = store.putIfAbsent(job, "analysis.json", "application/json", bytes("the second"));

        // then
        assertThat(second).isEqualTo(first);
        try (InputStream in = store.open(first)) {
            assertThat(in).hasContent("first");
        }
        assertThat(files()).as("no part files are left").hasSize(2);
    }

    @Test
    void shouldGiveAllWritersAtTheSameTimeTheOneFileThatStands() throws Exception {
        int writers = 16;
        for (int round = 0; round < 20; round++) {
            // given
            JobId contested = JobId.random();
            store.put(contested, "upload", "image/png", bytes("abc"));
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
        assertThat(files()).as("no part files are left").hasSize(2 * 20);
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
                Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
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
