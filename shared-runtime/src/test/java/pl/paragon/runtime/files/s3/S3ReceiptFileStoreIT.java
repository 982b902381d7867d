package pl.paragon.runtime.files.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStoreContract;
import pl.paragon.s3server.S3Server;

class S3ReceiptFileStoreIT extends ReceiptFileStoreContract {

    @TempDir
    private static Path folder;

    private static S3Server server;

    @TempDir
    private Path spool;

    private TestBucket bucket;
    private S3ReceiptFileStore store;

    @BeforeAll
    static void start() {
        server = S3Server.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected ReceiptFileStore openEmpty() {
        bucket = TestBucket.create(server);
        store = S3ReceiptFileStore.open(bucket.config(spool));
        return store;
    }

    @Override
    protected Set<String> everything() throws IOException {
        try (Stream<Path> spooled = Files.list(spool)) {
            return Stream.concat(bucket.keys(), spooled.map(Path::toString)).collect(Collectors.toSet());
        }
    }

    @Override
    protected int races() {
        return 6;
    }

    @Override
    protected void takeAway() {
        bucket.delete();
    }

    @Test
    void shouldFinishADeletionThatACrashInterrupted() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        store.putIfAbsent(job, "text.json", "application/json", bytes("text"));
        bucket.delete(job + "/upload");

        // when
        Freed freed = store.delete(job);

        // then
        assertThat(freed).isEqualTo(new Freed(1, 4));
        assertThat(everything()).isEmpty();
    }

    @Test
    void shouldListWhatALateWriterLeftWhenItDied() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        store.putIfAbsent(job, "text.json", "application/json", bytes("text"));

        // when
        bucket.delete(job + "/upload");

        // then: the sweep sees it
        try (Stream<JobId> jobs = store.jobs()) {
            assertThat(jobs).containsExactly(job);
        }
        assertThat(store.changes(job)).isPresent();
    }

    @Test
    void shouldKeepMarksAndRefuseThemOnceTheJobIsGone() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));
        store.mark(job, "unfinished", "one");
        store.mark(job, "unfinished", "one");
        store.mark(job, "unfinished", "two");

        // when
        store.unmark(job, "unfinished", "one");
        store.unmark(job, "unfinished", "never");

        // then
        assertThat(store.marks(job, "unfinished")).containsExactly("two");
        assertThat(store.marks(job, "others")).isEmpty();

        // when
        store.delete(job);

        // then
        assertThatThrownBy(() -> store.mark(job, "unfinished", "three")).isInstanceOf(NoSuchFileException.class);
        assertThat(everything()).isEmpty();
    }

    @Test
    void shouldShareABucketWithOthers() throws IOException {
        // given
        S3ReceiptFileStore other =
                S3ReceiptFileStore.open(bucket.config(spool, Map.of("paragon.files.s3.prefix", "other/")));
        other.put(job, "upload", "image/png", bytes("of the other"));

        // when
        store.put(job, "upload", "image/png", bytes("abc"));
        Freed freed = store.delete(job);

        // then
        assertThat(freed).isEqualTo(new Freed(1, 3));
        try (Stream<JobId> jobs = other.jobs()) {
            assertThat(jobs).containsExactly(job);
        }
    }

    @Test
    void shouldListMoreJobsThanOneAnswerHolds() throws IOException {
        // given
        int jobs = 1050;
        for (int i = 0; i < jobs; i++) {
            bucket.put(JobId.random() + "/upload");
        }

        // when / then
        try (Stream<JobId> listed = store.jobs()) {
            assertThat(listed.distinct()).hasSize(jobs);
        }
    }

    @Test
    void shouldBeAwayWhileItsServerIsAndGoOnAfterwards(@TempDir Path data) throws IOException {
        // given
        AtomicReference<S3Server> running = new AtomicReference<>(S3Server.start(data));
        S3ReceiptFileStore away = S3ReceiptFileStore.open(
                TestBucket.of(running.get()).config(spool, Map.of("paragon.files.s3.timeout", "2m")));
        byte[] content = new byte[8_000_000]; // more than sockets hold
        FileReference upload = away.put(job, "upload", "image/png", new ByteArrayInputStream(content));

        // when: killed in the middle of a download
        try (InputStream in = away.open(upload)) {
            assertThat(in.readNBytes(1000)).hasSize(1000);
            running.get().process().kill();

            // then
            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
        assertThatThrownBy(() -> away.putIfAbsent(job, "text.json", "application/json", bytes("text")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("unavailable");
        assertThatThrownBy(() -> away.mark(job, "unfinished", "one")).hasMessageContaining("unavailable");
        assertThatThrownBy(() -> away.jobs().toList()).hasMessageContaining("unavailable");

        // when
        running.set(S3Server.start(data, running.get().port()));

        // then
        try (S3Server again = running.get()) {
            assertThat(away.find(job, "upload", "image/png")).contains(upload);
            FileReference text = away.putIfAbsent(job, "text.json", "application/json", bytes("text"));
            try (InputStream in = away.open(text)) {
                assertThat(in).hasContent("text");
            }
            assertThat(again.process().isAlive()).isTrue();
        }
    }
}
