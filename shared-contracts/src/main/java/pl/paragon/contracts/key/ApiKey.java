package pl.paragon.contracts.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * An API key as its bearer shows it: {@code prgn_<id>_<secret><checksum>}. The id is public and finds the key; the
 * secret has 256 bits, so that its SHA-256 can be kept as it is; the checksum lets scanners for leaked secrets tell a
 * key from what only looks like one, and a typing error from an unknown key.
 */
public final class ApiKey {

    /** What every key begins with. */
    public static final String PREFIX = "prgn_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 12;
    /** 62^43 is more than 2^256. */
    private static final int SECRET_LENGTH = 43;
    /** 62^6 is more than 2^32. */
    private static final int CHECKSUM_LENGTH = 6;

    private static final Pattern FORM = Pattern.compile("(%s([0-9A-Za-z]{%d})_[0-9A-Za-z]{%d})([0-9A-Za-z]{%d})"
            .formatted(PREFIX, ID_LENGTH, SECRET_LENGTH, CHECKSUM_LENGTH));

    private final String id;
    private final String text;

    private ApiKey(String id, String text) {
        this.id = id;
        this.text = text;
    }

    /** A new one. @param random cryptographically strong */
    public static ApiKey mint(RandomGenerator random) {
        String id = digits(random, ID_LENGTH);
        String body = PREFIX + id + "_" + digits(random, SECRET_LENGTH);
        return new ApiKey(id, body + checksum(body));
    }

    /** Empty if the text has not the form of a key, or its checksum is another. */
    public static Optional<ApiKey> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() && checksum(form.group(1)).equals(form.group(3))
                ? Optional.of(new ApiKey(form.group(2), text))
                : Optional.empty();
    }

    /** Public: names the key in lists, logs and addresses. */
    public String id() {
        return id;
    }

    /** The whole key, a secret. */
    public String text() {
        return text;
    }

    /** The SHA-256 of the whole key in hexadecimal digits: all that is kept of it. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Without the secret, since it may be logged. */
    @Override
    public String toString() {
        return PREFIX + id + "_…";
    }

    private static String digits(RandomGenerator random, int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return digits.toString();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        char[] digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }
}
