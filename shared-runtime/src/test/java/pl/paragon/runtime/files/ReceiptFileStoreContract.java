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
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/** What every receipt file store does, whatever holds its files. */
public abstract class ReceiptFileStoreContract {

    private static final int LARGER_THAN_ANY_BUFFER = 6 * 1024 * 1024;

    protected final JobId job = JobId.random();
    private ReceiptFileStore store;

    /** Opens an empty store. */
    protected abstract ReceiptFileStore openEmpty() throws IOException;

    /** The keys of all its files, and where it left something that is none. */
    protected abstract Set<String> everything() throws IOException;

    /** Takes away what holds its files, as if it were not mounted or not there. */
    protected abstract void takeAway() throws IOException;

    /** How often a race is run; with a server on the way, each takes its time. */
    protected abstract int races();

    @BeforeEach
    final void open() throws IOException {
        store = openEmpty();
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
    void shouldHoldAFileOfMegabytesAndAnEmptyOne() throws IOException {
        // given
        byte[] content = new byte[LARGER_THAN_ANY_BUFFER];
        new Random(1).nextBytes(content);

        // when
        FileReference large = store.put(job, "upload", "image/png", new ByteArrayInputStream(content));
        FileReference empty = store.putIfAbsent(job, "empty", "text/plain", InputStream.nullInputStream());

        // then
        try (InputStream in = store.open(large)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        try (InputStream in = store.open(empty)) {
            assertThat(in).isEmpty();
        }
        assertThat(store.find(job, "empty", "text/plain")).contains(empty);
    }

    @Test
    void shouldReplaceAnUploadAsAWhole() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("the first, and longer"));

        // when
        FileReference second = store.put(job, "upload", "image/png", bytes("second"));

        // then
        assertThat(store.find(job, "upload", "image/png")).contains(second);
        try (InputStream in = store.open(second)) {
            assertThat(in).hasContent("second");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenTheUploadBreaksOff() throws IOException {
        // given
        InputStream broken = new SequenceInputStream(bytes("half a file"), new BrokenConnection());

        // when / then
        assertThatThrownBy(() -> store.put(job, "upload", "image/png", broken)).hasMessage("connection reset");
        assertThat(everything()).isEmpty();
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
        assertThatThrownBy(() -> store.putIfAbsent(job, name, "image/png", bytes("x")))
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
        assertThat(everything()).containsExactly(other + "/upload");
        assertThat(store.delete(job)).as("again").isEqualTo(Freed.NOTHING);
    }

    @Test
    void shouldHoldAFirstFileOfAnotherNameForAWhile() throws IOException {
        // when: an archive that is unpacked and goes again
        FileReference archive = store.put(job, "archive", "application/zip", bytes("zip"));

        // then
        try (InputStream in = store.open(archive)) {
            assertThat(in).hasContent("zip");
        }
        assertThat(store.delete(job)).isEqualTo(new Freed(1, 3));
        assertThat(everything()).isEmpty();
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
        assertThat(everything()).isEmpty();
    }

    @Test
    void shouldListTheJobsThatHaveFilesAndSinceWhen() throws IOException {
        // given
        JobId another = JobId.random();
        store.put(job, "upload", "image/png", bytes("abc"));
        store.put(another, "upload", "image/png", bytes("abc"));
        Instant began = store.changes(job).orElseThrow().first();
        store.putIfAbsent(job, "text.json", "application/json", bytes("young"));

        // when / then
        try (Stream<JobId> jobs = store.jobs()) {
            assertThat(jobs).containsExactlyInAnyOrder(job, another);
        }
        assertThat(store.changes(job)).hasValueSatisfying(changes -> {
            assertThat(changes.first()).isEqualTo(began);
            assertThat(changes.last()).isAfterOrEqualTo(began);
        });
        assertThat(store.changes(JobId.random())).isEmpty();
    }

    @Test
    void shouldNotTakeAStoreThatIsAwayForFilesThatAreGone() throws IOException {
        // given
        FileReference upload = store.put(job, "upload", "image/png", bytes("abc"));

        // when
        takeAway();

        // then
        assertThat(catchThrowable(() -> store.open(upload))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.find(job, "upload", "image/png"))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.delete(job))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.changes(job))).satisfies(this::saysThatItIsAway);
        assertThat(catchThrowable(() -> store.putIfAbsent(job, "text.json", "application/json", bytes("text"))))
                .satisfies(this::saysThatItIsAway);
    }

    private void saysThatItIsAway(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("unavailable");
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
        assertThat(everything()).as("nothing else is left").hasSize(2);
    }

    @Test
    void shouldGiveAllWritersAtTheSameTimeTheOneFileThatStands() throws Exception {
        int writers = 16;
        for (int round = 0; round < races(); round++) {
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
        assertThat(everything()).as("nothing else is left").hasSize(2 * races());
    }

    @Test
    void shouldLeaveNothingOfAJobThatIsDeletedWhileOthersWrite() throws Exception {
        int writers = 8;
        for (int round = 0; round < races(); round++) {
            // given
            JobId dying = JobId.random();
            store.put(dying, "upload", "image/png", bytes("abc"));
            CyclicBarrier start = new CyclicBarrier(writers + 1);
            try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
                // when
                List<Future<?>> writing = IntStream.range(0, writers)
                        .<Future<?>>mapToObj(i -> threads.submit(() -> {
                            start.await();
                            try {
                                store.putIfAbsent(dying, "page-" + i + ".json", "application/json", bytes("text"));
                            } catch (NoSuchFileException e) {
                                // late
                            }
                            return null;
                        }))
                        .toList();
                start.await();
                store.delete(dying);
                for (Future<?> writer : writing) {
                    writer.get();
                }
            }

            // then
            assertThat(everything()).isEmpty();
        }
    }

    protected static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static final class BrokenConnection extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
