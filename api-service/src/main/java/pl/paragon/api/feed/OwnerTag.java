package pl.paragon.api.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.api.identity.Submitter;

/**
 * An owner of jobs as Redis knows it: the name's SHA-1, which a script can compute, too. It keeps keys and messages
 * short and free of spaces, whatever the name is; it is no secret.
 *
 * @param sha1 forty hexadecimal digits
 */
public record OwnerTag(String sha1) {

    /** In a message, this stands before an owner's tag. */
    static final String MARK = "@";

    private static final Pattern TAG = Pattern.compile(MARK + "([0-9a-f]{40})");

    public static OwnerTag of(Submitter owner) {
        try {
            byte[] name = owner.name().getBytes(StandardCharsets.UTF_8);
            return new OwnerTag(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(name)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    /** The owner that a word of a message names; empty if it names none. */
    static Optional<OwnerTag> parse(String word) {
        var tag = TAG.matcher(word);
        return tag.matches() ? Optional.of(new OwnerTag(tag.group(1))) : Optional.empty();
    }
}
