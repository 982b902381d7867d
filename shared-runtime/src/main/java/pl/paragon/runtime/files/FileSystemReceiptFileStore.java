package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * The store in a folder that all services share: {@code jobs/<first two digits>/<job id>/<name>}. A file is written to
 * {@code incoming/}, forced to the disk, and moved or linked to its place in one step, so a crash leaves no partial
 * file under a name that somebody reads.
 */
public final class FileSystemReceiptFileStore implements ReceiptFileStore {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    private final Path jobs;
    private final Path incoming;

    /**
     * @param root created if it does not exist
     * @throws IOException if the folder cannot be written, or its file system has no hard links
     */
    public FileSystemReceiptFileStore(Path root) throws IOException {
        this.jobs = Files.createDirectories(root.resolve("jobs"));
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        requireHardLinks();
    }

    /** The folder of a job, whether it exists or not. */
    public Path folder(JobId job) {
        String id = job.toString();
        return jobs.resolve(id.substring(0, 2)).resolve(id);
    }

    @Override
    public FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException {
        Path target = folder(job).resolve(checked(name));
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Stored stored = write(content, part);
            Files.createDirectories(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new FileReference(job + "/" + name, mediaType, stored.size(), stored.sha256());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public FileReference putIfAbsent(JobId job, String name, String mediaType, InputStream content) throws IOException {
        Path target = folder(job).resolve(checked(name));
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            Stored stored = write(content, part);
            Files.createDirectories(target.getParent());
            // A rename replaces what is there, without a word; a link to the complete file is refused if the name is
            // taken.
            Files.createLink(target, part);
            return new FileReference(job + "/" + name, mediaType, stored.size(), stored.sha256());
        } catch (FileAlreadyExistsException e) {
            return find(job, name, mediaType)
                    .orElseThrow(() -> new NoSuchFileException(target.toString(), null, "removed meanwhile"));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException {
        Path file = folder(job).resolve(checked(name));
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(new FileReference(
                    job + "/" + name,
                    mediaType,
                    size,
                    HexFormat.of().formatHex(in.getMessageDigest().digest())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(FileReference file) throws IOException {
        String[] parts = file.key().split("/");
        Optional<JobId> job = parts.length == 2 ? JobId.parse(parts[0]) : Optional.empty();
        if (job.isEmpty()) {
            throw new NoSuchFileException(file.key(), null, "no key of this store: it should be '<job id>/<name>'");
        }
        return Files.newInputStream(folder(job.get()).resolve(checked(parts[1])));
    }

    @Override
    public void delete(JobId job) throws IOException {
        deleteTree(folder(job));
    }

    @Override
    public int deleteOlderThan(Instant limit) throws IOException {
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : (Iterable<Path>) parts.filter(p -> isOlder(p, limit))::iterator) {
                Files.deleteIfExists(part);
            }
        }
        int deleted = 0;
        for (Path folder : jobFolders()) {
            if (lastChange(folder).isBefore(limit)) {
                deleteTree(folder);
                deleted++;
            }
        }
        return deleted;
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

    private List<Path> jobFolders() throws IOException {
        try (Stream<Path> found = Files.find(
                jobs, 2, (p, a) -> a.isDirectory() && jobs.relativize(p).getNameCount() == 2)) {
            return found.toList();
        }
    }

    private static Instant lastChange(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(FileSystemReceiptFileStore::modified)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.MIN);
        }
    }

    private static boolean isOlder(Path file, Instant limit) {
        return modified(file).isBefore(limit);
    }

    /** A file that disappeared meanwhile counts as new: nobody has to delete it. */
    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    private record Stored(long size, String sha256) {}

    private static Stored write(InputStream content, Path part) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = new DigestInputStream(content, digest).transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return new Stored(size, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a file's name has letters, digits, dots and hyphens only: '" + name + "'");
        }
        return name;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
