package pl.paragon.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.JobId;

class FileSystemReceiptFileStoreTest extends ReceiptFileStoreContract {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    Path root;

    private FileSystemReceiptFileStore store;

    @Override
    protected ReceiptFileStore openEmpty() throws IOException {
        store = new FileSystemReceiptFileStore(root);
        return store;
    }

    @Override
    protected Set<String> everything() {
        return files().map(file -> file.getParent().getFileName() + "/" + file.getFileName())
                .collect(Collectors.toSet());
    }

    @Override
    protected int races() {
        return 20;
    }

    @Override
    protected void takeAway() throws IOException {
        Files.move(root.resolve("jobs"), root.resolve("elsewhere"));
    }

    @Test
    void shouldLeaveNoFolderOfAJobThatIsDeleted() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));

        // when
        store.delete(job);

        // then
        assertThat(store.folder(job)).doesNotExist();
    }

    @Test
    void shouldHaveNoFoldersWhileItsVolumeIsAway() throws IOException {
        // given
        store.put(job, "upload", "image/png", bytes("abc"));

        // when
        takeAway();

        // then
        assertThatThrownBy(() -> store.existingFolder(job))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("unavailable");
        assertThat(root.resolve("jobs")).doesNotExist();
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
    void shouldTellWhenTheFirstFileWasStoredAndPassOverForeignFolders() throws IOException {
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
}
