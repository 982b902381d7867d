package pl.paragon.contracts.file;

import java.util.Objects;

/**
 * The claim check: what an event carries in place of a file's bytes.
 *
 * @param key the name in the receipt file store, e.g. {@code 0b8c…/upload}; relative, with {@code /} between its parts
 * @param mediaType as found in the bytes, e.g. {@code image/jpeg}
 * @param size bytes
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record FileReference(String key, String mediaType, long size, String sha256) {

    public FileReference {
        Objects.requireNonNull(key, "a file reference needs a key");
        Objects.requireNonNull(mediaType, "a file reference needs a media type");
        Objects.requireNonNull(sha256, "a file reference needs a SHA-256");
        if (size < 0) {
            throw new IllegalArgumentException("a file's size is not negative: " + size);
        }
    }
}
