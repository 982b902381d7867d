package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * Holds the bytes that events only refer to (claim check). A file is there as a whole or not at all. Every service of
 * one installation sees the same store.
 */
public interface ReceiptFileStore {

    /**
     * Stores a file of a job and replaces, as a whole, one of the same name.
     *
     * @param name within the job, e.g. {@code upload}: letters, digits, dots and hyphens
     * @param content read to its end, not closed
     * @return the claim check, with the size and SHA-256 of what was stored
     * @throws IOException if the store is unavailable, or reading {@code content} failed; nothing is left behind
     */
    FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException;

    /**
     * Stores a file of a job unless it has one of this name: the first one stands, and is never replaced. However often
     * and by however many writers at the same time this is called, all of them get the claim check of the same file. On
     * S3 this is a PUT with {@code If-None-Match: *}, and a HEAD if that is refused with 412.
     *
     * @param name as for {@link #put}
     * @param content as for {@link #put}
     * @return the claim check of the file that stands, which may be another writer's
     * @throws IOException as for {@link #put}
     */
    FileReference putIfAbsent(JobId job, String name, String mediaType, InputStream content) throws IOException;

    /** The claim check of a job's file; empty if it has none of this name. */
    Optional<FileReference> find(JobId job, String name, String mediaType) throws IOException;

    /**
     * The content, to be closed by the caller.
     *
     * @throws java.nio.file.NoSuchFileException if the file does not exist (its retention ended)
     * @throws IOException if the store is unavailable
     */
    InputStream open(FileReference file) throws IOException;

    /** Removes all files of a job; does nothing if it has none. */
    void delete(JobId job) throws IOException;

    /**
     * Removes the files of every job whose last file is older than {@code limit}, and what interrupted uploads left.
     *
     * @return how many jobs' files were removed
     */
    int deleteOlderThan(Instant limit) throws IOException;
}
