package pl.paragon.runtime.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;

/**
 * Holds the bytes that events only refer to (claim check). A file is there as a whole or not at all. Every service of
 * one installation sees the same store.
 */
public interface ReceiptFileStore {

    /** The name of a job's first file: as long as it is there, files may be added to the job. */
    String UPLOAD = "upload";

    /**
     * Stores a job's first file. Replaces, as a whole, one of the same name.
     *
     * @param name within the job: letters, digits, dots and hyphens; stages add files to a job only beside
     *     {@link #UPLOAD}
     * @param content read to its end, not closed
     * @return the claim check, with the size and SHA-256 of what was stored
     * @throws StoreFullException if there is no room for it; nothing is left behind
     * @throws IOException if the store is unavailable, or reading {@code content} failed; nothing is left behind
     */
    FileReference put(JobId job, String name, String mediaType, InputStream content) throws IOException;

    /**
     * Stores a job's first file as {@link #put} does, and returns as soon as it can be read: nobody may rely on it
     * before it is {@linkplain PlacedFile#awaitDurable durable}.
     */
    default PlacedFile place(JobId job, String name, String mediaType, InputStream content) throws IOException {
        return PlacedFile.durable(put(job, name, mediaType, content));
    }

    /**
     * Adds a file to those of a job unless it has one of this name: the first one stands, and is never replaced.
     * However often and by however many writers at the same time this is called, all of them get the claim check of the
     * same file.
     *
     * @param name as for {@link #put}
     * @param content as for {@link #put}
     * @return the claim check of the file that stands, which may be another writer's
     * @throws java.nio.file.NoSuchFileException if the job has no files: once they are {@linkplain #delete deleted}, a
     *     writer that is late leaves nothing behind
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

    /**
     * Deletes all files of a job; from the moment that its upload is gone, the store refuses more. May be repeated,
     * also after a crash in the middle, and by several at the same time.
     */
    Freed delete(JobId job) throws IOException;

    /** The jobs that have files, in no order; to be closed. Reading on throws {@link java.io.UncheckedIOException}. */
    Stream<JobId> jobs() throws IOException;

    /**
     * When something was stored of a job, by the store's clock.
     *
     * @param first the oldest of its files
     * @param last the latest change, be it a start that a worker noted
     */
    record Changes(Instant first, Instant last) {}

    /** When a job's files were stored; empty if it has none. */
    Optional<Changes> changes(JobId job) throws IOException;

    /** Deletes what writers and deletions that broke off before {@code limit} left outside the jobs' files. */
    Freed deleteLeftovers(Instant limit) throws IOException;
}
