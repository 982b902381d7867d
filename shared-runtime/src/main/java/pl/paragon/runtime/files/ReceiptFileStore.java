package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * Where the bytes live that events only refer to (claim check). A file is either wholly there or not at all, and is never changed once it is there.
 * Every service of one installation sees the same store.
 */
public interface ReceiptFileStore {

    /**
     * Stores a file of a job; one that is there already under this name is replaced as a whole.
     *
     * @param name within the job, e.g. {@code upload}: letters, digits, dots and hyphens
     * @param content read to its end, not closed
     * @return the claim check, with the size and SHA-256 of what was stored
     * @throws IOException where the store is unavailable, or reading {@code content} failed; nothing is left behind
     */
    FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException;

    /** The claim check of a file that is there already; empty where it is not. */
    Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException;

    /**
     * The content, to be closed by the caller.
     *
     * @throws java.nio.file.NoSuchFileException where the file is not there (its retention ended)
     * @throws IOException where the store is unavailable
     */
    InputStream open(FileReference file) throws IOException;

    /** Removes all files of a job; nothing happens where there are none. */
    void delete(JobId job) throws IOException;

    /**
     * Removes the files of every job whose last file is older than {@code limit}, and what broken uploads left.
     *
     * @return how many jobs' files were removed
     */
    int deleteOlderThan(Instant limit) throws IOException;
}
