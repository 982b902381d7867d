package pl.paragon.runtime.files.s3;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content on its way to the bucket, in a temporary file: its size and digest have to be known before the first byte is
 * sent, a request may have to be repeated, and an upload that breaks off must not become an object.
 */
record SpooledContent(Path file, long size, String sha256) implements AutoCloseable {

    /** @throws IOException if the content cannot be read to its end, or there is no room for it; no file is left */
    static SpooledContent of(InputStream content, Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "paragon-", ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            DigestInputStream in = new DigestInputStream(content, sha256Digest());
            long size = in.transferTo(out);
            return new SpooledContent(
                    file, size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
