package pl.paragon.runtime.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/**
 * What a stage made of a job, as JSON in the file store: written once, and checked against its claim check when read.
 */
public final class Documents {

    private static final String JSON = "application/json";

    private final ReceiptFileStore store;

    public Documents(ReceiptFileStore store) {
        this.store = store;
    }

    /**
     * Keeps a document unless the job has one of this name: the first one stands.
     *
     * @return the claim check of the document that stands, which may be another than this one
     * @throws IOException if the store is unavailable
     */
    public FileReference keep(JobId job, String name, Object document) throws IOException {
        return store.putIfAbsent(job, name, JSON, new ByteArrayInputStream(Json.write(document)));
    }

    /** The claim check of a job's document; empty if it has none of this name. */
    public Optional<FileReference> find(JobId job, String name) throws IOException {
        return store.find(job, name, JSON);
    }

    /**
     * @throws java.nio.file.NoSuchFileException if the document does not exist
     * @throws DamagedFileException if its content is not what was stored
     * @throws IOException if the store is unavailable
     * @throws pl.paragon.contracts.json.UndecodableException if its content is as stored, but no JSON of this type
     */
    public <T> T read(FileReference document, Class<T> type) throws IOException {
        return Json.read(content(document), type);
    }

    /**
     * A document's bytes.
     *
     * @throws IOException as for {@link #read}
     */
    public byte[] content(FileReference document) throws IOException {
        try (InputStream in = store.open(document)) {
            byte[] content = in.readAllBytes();
            if (content.length != document.size() || !sha256(content).equals(document.sha256())) {
                throw new DamagedFileException(document, content.length);
            }
            return content;
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
