package pl.paragon.runtime.files.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.FileKey;
import pl.paragon.runtime.files.Freed;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * The store in a bucket that all services share: {@code <prefix>jobs/<job id>/<name>}. An object appears as a whole,
 * and is durable once the server has confirmed it.
 *
 * <p>A bucket has no folders that could be renamed, so late writers are kept out by order: an object is added first and
 * the job's {@link #UPLOAD} looked for afterwards; a deletion takes the upload first and lists the rest afterwards. The
 * writer that does not see the upload takes back what it wrote; what a writer wrote that still saw it is in the list.
 * The server has to show each write to whoever reads or lists after it, as S3, MinIO and Ceph do.
 */
public final class S3ReceiptFileStore implements ReceiptFileStore {

    private static final String NO_SUCH_JOB = "the job has no files, or none any more";
    private static final int TRIES = 5;

    private final S3Bucket bucket;
    private final String jobs;
    private final Path spool;

    S3ReceiptFileStore(S3Bucket bucket, String prefix, Path spool) {
        this.bucket = bucket;
        this.jobs = prefix + "jobs/";
        this.spool = spool;
    }

    /**
     * Opens it, with an object written, refused, and deleted.
     *
     * @throws IllegalStateException if the bucket cannot be used; its message says what to do
     */
    public static S3ReceiptFileStore open(S3FilesConfig config) {
        return new S3Opening(config).open();
    }

    @Override
    public FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException {
        FileKey key = new FileKey(job, name);
        try (SpooledContent spooled = SpooledContent.of(content, spool)) {
            bucket.put(jobs + key, mediaType, spooled);
            return reference(key, mediaType, spooled);
        }
    }

    @Override
    public FileReference putIfAbsent(JobId job, String name, String mediaType, InputStream content) throws IOException {
        FileKey key = new FileKey(job, name);
        try (SpooledContent spooled = SpooledContent.of(content, spool)) {
            for (int tries = 0; tries < TRIES; tries++) {
                if (bucket.putIfAbsent(jobs + key, mediaType, spooled)) {
                    withdrawIfJobIsGone(job, jobs + key);
                    return reference(key, mediaType, spooled);
                }
                Optional<FileReference> stands = find(job, name, mediaType);
                requireJob(job);
                if (stands.isPresent()) {
                    return stands.get();
                }
                // The other writer has failed, and nothing stands in the way any more.
            }
            throw new IOException("The file store is unavailable: " + key + " was refused " + TRIES
                    + " times though there is no such object");
        }
    }

    @Override
    public Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException {
        FileKey key = new FileKey(job, name);
        return bucket.head(jobs + key)
                .map(head -> new FileReference(key.toString(), mediaType, head.size(), head.sha256()));
    }

    @Override
    public InputStream open(FileReference file) throws IOException {
        return bucket.open(jobs + FileKey.of(file));
    }

    /** Documents that are being read go one after the other; of deletions at the same time, each counts what it saw. */
    @Override
    public Freed delete(JobId job) throws IOException {
        String upload = jobs + new FileKey(job, UPLOAD);
        Freed freed = Freed.NOTHING;
        Optional<S3Bucket.Head> head = bucket.head(upload);
        if (head.isPresent()) {
            bucket.delete(upload);
            freed = new Freed(1, head.get().size());
        }
        for (StoredObject left : objects(job)) {
            bucket.delete(left.key());
            freed = freed.plus(new Freed(1, left.size()));
        }
        return freed;
    }

    @Override
    public Stream<JobId> jobs() throws IOException {
        return bucket.folders(jobs).map(JobId::parse).flatMap(Optional::stream);
    }

    /** Of a start that was noted and ended, nothing is left. */
    @Override
    public Optional<Changes> changes(JobId job) throws IOException {
        List<Instant> times = objects(job).stream()
                .map(StoredObject::modified)
                .sorted(Comparator.naturalOrder())
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(new Changes(times.getFirst(), times.getLast()));
    }

    /** There are none: a file waits outside the bucket until it is complete. */
    @Override
    public Freed deleteLeftovers(Instant limit) {
        return Freed.NOTHING;
    }

    /** The marks of a job in a folder of its files. */
    public Set<String> marks(JobId job, String folder) throws IOException {
        String prefix = marksFolder(job, folder);
        return objects(prefix).stream()
                .map(mark -> mark.key().substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Leaves a mark; twice is once.
     *
     * @throws NoSuchFileException if the job has no files; none is left
     */
    public void mark(JobId job, String folder, String mark) throws IOException {
        String key = marksFolder(job, folder) + mark;
        bucket.mark(key);
        withdrawIfJobIsGone(job, key);
    }

    /** Takes a mark away, if it is there. */
    public void unmark(JobId job, String folder, String mark) throws IOException {
        bucket.delete(marksFolder(job, folder) + mark);
    }

    private String marksFolder(JobId job, String folder) {
        return jobs + new FileKey(job, folder) + "/";
    }

    /** If the process dies before this, the sweep finds what it wrote: an object of a job that is gone. */
    private void withdrawIfJobIsGone(JobId job, String written) throws IOException {
        try {
            requireJob(job);
        } catch (NoSuchFileException e) {
            bucket.delete(written);
            throw e;
        }
    }

    private void requireJob(JobId job) throws IOException {
        if (bucket.head(jobs + new FileKey(job, UPLOAD)).isEmpty()) {
            throw new NoSuchFileException(job.toString(), null, NO_SUCH_JOB);
        }
    }

    private List<StoredObject> objects(JobId job) throws IOException {
        return objects(jobs + job + "/");
    }

    private List<StoredObject> objects(String prefix) throws IOException {
        try (Stream<StoredObject> objects = bucket.list(prefix)) {
            return objects.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static FileReference reference(FileKey key, String mediaType, SpooledContent content) {
        return new FileReference(key.toString(), mediaType, content.size(), content.sha256());
    }
}
