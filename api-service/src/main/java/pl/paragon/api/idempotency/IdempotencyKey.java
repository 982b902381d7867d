package pl.paragon.api.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A client's name for an upload that it may repeat. Keys of different owners are different. */
public record IdempotencyKey(String value) {

    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException with a sentence for the client */
    public IdempotencyKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The key is empty");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("The key has more than " + LONGEST + " characters");
        }
        if (!value.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            throw new IllegalArgumentException("The key has other characters than printable ASCII ones");
        }
    }

    /**
     * A header's value. The draft wants a structured string ({@code "8e03978e"}); most clients send the key as it is,
     * and both mean the same.
     *
     * @throws IllegalArgumentException with a sentence for the client
     */
    public static IdempotencyKey parse(String header) {
        String value = header.strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return new IdempotencyKey(
                quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : value);
    }

    /** A name for the key in a store, which tells nothing of it. */
    String digest(String owner) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(owner.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
