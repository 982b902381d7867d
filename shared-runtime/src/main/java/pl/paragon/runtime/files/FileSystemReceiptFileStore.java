package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * The store in a folder that all services share: {@code jobs/<first two digits>/<job id>/<name>}. A file is written to
 * {@code incoming/} and moved or linked to its place in one step, so whoever dies leaves no partial file under a name
 * that somebody reads. Its bytes and the entry that names it are forced to the disk before anybody may rely on it;
 * those of {@link #putIfAbsent} before it has a name at all, since whatever has the name stands.
 *
 * <p>Only {@link #put} makes a job's folder, and deleting a job begins by renaming it to {@code removed/<job id>}: the
 * kernel refuses to link or create anything in a folder that is no longer there, whoever is in the middle of what.
 */
public final class FileSystemReceiptFileStore implements ReceiptFileStore {

    private final Path jobs;
    private final Path incoming;
    private final Path removed;
    private final DirectorySync directories;
    private final PartFile.Creation parts;
    /** Folders of jobs' folders, which stay for good, and whose names are known to be on the disk. */
    private final Set<Path> named = ConcurrentHashMap.newKeySet();

    /**
     * @param root created if it does not exist
     * @throws IOException if the folder cannot be written, or its file system has no hard links
     */
    public FileSystemReceiptFileStore(Path root) throws IOException {
        this(root, DirectorySync::fsync, PartFile.Creation::ofNew);
    }

    FileSystemReceiptFileStore(Path root, DirectorySync directories, PartFile.Creation parts) throws IOException {
        this.jobs = Files.createDirectories(root.resolve("jobs"));
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        this.removed = Files.createDirectories(root.resolve("removed"));
        this.directories = directories;
        this.parts = parts;
        requireHardLinks();
    }

    /**
     * The folder of a job that has files.
     *
     * @throws NoSuchFileException if the job has no files, or none any more
     * @throws IOException if the store is unavailable
     */
    public Path existingFolder(JobId job) throws IOException {
        Path folder = folder(job);
        if (Files.notExists(folder)) {
            throw missing(folder);
        }
        return folder;
    }

    /** The folder of a job, whether it exists or not. */
    public Path folder(JobId job) {
        String id = job.toString();
        return jobs.resolve(id.substring(0, 2)).resolve(id);
    }

    @Override
    public FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException {
        PlacedFile file = place(job, name, mediaType, content);
        try {
            return file.awaitDurable();
        } catch (IOException e) {
            Files.deleteIfExists(path(new FileKey(job, name)));
            throw e;
        }
    }

    @Override
    public PlacedFile place(JobId job, String name, String mediaType, InputStream content) throws IOException {
        FileKey key = new FileKey(job, name);
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        PartFile file = PartFile.create(part, parts);
        try {
            Stored stored = write(content, file);
            Path folder = move(part, path(key));
            return new PlacedFile(
                    new FileReference(key.toString(), mediaType, stored.size(), stored.sha256()),
                    CompletableFuture.allOf(aside(() -> force(file)), aside(() -> forceNames(folder))));
        } catch (IOException | RuntimeException e) {
            file.close();
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /** @return the folder that the file is in now */
    private Path move(Path part, Path target) throws IOException {
        try {
            Path folder = Files.createDirectories(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return folder;
        } catch (IOException e) {
            throw StoreFullException.orOther(e, incoming);
        }
    }

    private interface Forcing {
        void run() throws IOException;
    }

    /** Side by side, both wait for one commit of the file system's journal. */
    private CompletableFuture<Void> aside(Forcing forcing) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        forcing.run();
                    } catch (IOException e) {
                        throw new CompletionException(StoreFullException.orOther(e, incoming));
                    }
                },
                Thread::startVirtualThread);
    }

    private static void force(PartFile file) throws IOException {
        try (file) {
            file.force();
        }
    }

    private void forceNames(Path folder) throws IOException {
        // Also those that exist: whoever made them may not have come to it yet.
        directories.sync(folder);
        directories.sync(folder.getParent());
        if (!named.contains(folder.getParent())) {
            directories.sync(jobs);
            named.add(folder.getParent());
        }
    }

    @Override
    public FileReference putIfAbsent(JobId job, String name, String mediaType, InputStream content) throws IOException {
        FileKey key = new FileKey(job, name);
        existingFolder(job);
        Path target = path(key);
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Stored stored = writeAndForce(content, part);
            // A rename replaces what is there, without a word; a link to the complete file is refused if the name is
            // taken.
            Files.createLink(target, part);
            directories.sync(target.getParent());
            return new FileReference(key.toString(), mediaType, stored.size(), stored.sha256());
        } catch (FileAlreadyExistsException e) {
            FileReference stands = find(job, name, mediaType).orElseThrow(() -> missing(target));
            directories.sync(target.getParent()); // its writer may not have come to it
            return stands;
        } catch (NoSuchFileException e) {
            throw missing(target);
        } catch (IOException e) {
            throw StoreFullException.orOther(e, incoming);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException {
        FileKey key = new FileKey(job, name);
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path(key)), sha256())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(new FileReference(
                    key.toString(),
                    mediaType,
                    size,
                    HexFormat.of().formatHex(in.getMessageDigest().digest())));
        } catch (NoSuchFileException e) {
            requireMounted();
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(FileReference file) throws IOException {
        Path path = path(FileKey.of(file));
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw missing(path);
        }
    }

    @Override
    public Freed delete(JobId job) throws IOException {
        Path folder = folder(job);
        Path trash = removed.resolve(job.toString());
        Freed earlier = FileTree.delete(trash); // of a deletion that broke off
        try {
            Files.move(folder, trash, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            requireMounted();
            return earlier;
        }
        directories.sync(folder.getParent()); // a power cut must not bring the files back
        Freed freed = earlier.plus(FileTree.delete(trash));
        directories.sync(removed);
        return freed;
    }

    @Override
    public Stream<JobId> jobs() throws IOException {
        return Files.list(jobs)
                .flatMap(FileSystemReceiptFileStore::entries)
                .map(folder -> JobId.parse(folder.getFileName().toString()))
                .flatMap(Optional::stream);
    }

    @Override
    public Optional<Changes> changes(JobId job) throws IOException {
        Path folder = folder(job);
        List<Path> tree;
        try (Stream<Path> walk = Files.walk(folder)) {
            tree = walk.toList();
        } catch (NoSuchFileException e) {
            requireMounted();
            return Optional.empty();
        }
        Instant last = tree.stream()
                .map(FileTree::modified)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant first = tree.stream()
                .filter(Files::isRegularFile)
                .map(FileTree::modified)
                .min(Comparator.naturalOrder())
                .orElse(last);
        return Optional.of(new Changes(first, last));
    }

    @Override
    public Freed deleteLeftovers(Instant limit) throws IOException {
        Freed freed = Freed.NOTHING;
        for (Path place : List.of(incoming, removed)) {
            try (Stream<Path> leftovers = Files.list(place)) {
                for (Path leftover : (Iterable<Path>)
                        leftovers.filter(p -> FileTree.modified(p).isBefore(limit))::iterator) {
                    freed = freed.plus(FileTree.delete(leftover));
                }
            }
        }
        return freed;
    }

    /** Tells a file that is gone from a store that is, e.g. a volume that is not mounted. */
    private IOException missing(Path file) {
        return mounted()
                ? new NoSuchFileException(file.toString(), null, "never stored, or deleted")
                : new IOException("The file store is unavailable: there is no " + jobs);
    }

    private void requireMounted() throws IOException {
        if (!mounted()) {
            throw missing(jobs);
        }
    }

    private boolean mounted() {
        return Files.isDirectory(jobs);
    }

    /** At the start rather than with the first receipt. */
    private void requireHardLinks() throws IOException {
        Path probe = incoming.resolve(UUID.randomUUID() + ".part");
        Path link = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Files.createFile(probe);
            Files.createLink(link, probe);
        } catch (UnsupportedOperationException e) {
            throw new IOException("The file system of " + incoming + " has no hard links", e);
        } finally {
            Files.deleteIfExists(link);
            Files.deleteIfExists(probe);
        }
    }

    private static Stream<Path> entries(Path folder) {
        try {
            return Files.list(folder);
        } catch (NotDirectoryException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Stored(long size, String sha256) {}

    private Stored writeAndForce(InputStream content, Path part) throws IOException {
        try (PartFile file = PartFile.create(part, parts)) {
            Stored stored = write(content, file);
            file.force();
            return stored;
        }
    }

    private static Stored write(InputStream content, PartFile file) throws IOException {
        MessageDigest digest = sha256();
        long size = new DigestInputStream(content, digest).transferTo(file);
        return new Stored(size, HexFormat.of().formatHex(digest.digest()));
    }

    private Path path(FileKey key) {
        return folder(key.job()).resolve(key.name());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
