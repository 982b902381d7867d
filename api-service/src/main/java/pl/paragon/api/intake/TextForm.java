package pl.paragon.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A form that carries a text instead of a file, urlencoded or multipart. The framework's own parsers take a malformed
 * body for a defect of the server; here it is the client's.
 */
public final class TextForm {

    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private final String field;
    private final int most;

    /**
     * @param field that the text is in
     * @param most bytes that the body may have
     */
    public TextForm(String field, int most) {
        this.field = field;
        this.most = most;
    }

    /** What a form brings. */
    public sealed interface Reading {

        /** @param text empty if the form does not have the field */
        record Read(String text) implements Reading {}

        record Refused(Refusal refusal) implements Reading {}
    }

    /** @param contentType of the request, or {@code null} */
    public Reading read(String contentType, InputStream body) {
        try {
            Optional<String> boundary = UploadForm.boundary(contentType);
            if (boundary.isPresent()) {
                return new Reading.Read(multipart(new UploadForm(body, boundary.get())));
            }
            return new Reading.Read(isUrlencoded(contentType) ? urlencoded(bytes(body)) : "");
        } catch (RefusedException e) {
            return new Reading.Refused(e.refusal());
        } catch (IOException e) {
            return new Reading.Refused(new Refusal.BrokenOff());
        }
    }

    private static boolean isUrlencoded(String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(URLENCODED);
    }

    private String multipart(UploadForm form) throws IOException {
        for (Optional<UploadForm.Part> part = form.next(); part.isPresent(); part = form.next()) {
            if (part.get().head().name().equals(field)) {
                return new String(bytes(part.get().content()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private String urlencoded(byte[] body) throws RefusedException {
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            if (decoded(nameAndValue[0]).equals(field) && nameAndValue.length == 2) {
                return decoded(nameAndValue[1]);
            }
        }
        return "";
    }

    private static String decoded(String encoded) throws RefusedException {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    new Refusal.Malformed("a percent sign is not followed by two hexadecimal digits"), e);
        }
    }

    private byte[] bytes(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RefusedException(new Refusal.TooLarge(most, bytes.length));
        }
        return bytes;
    }
}
