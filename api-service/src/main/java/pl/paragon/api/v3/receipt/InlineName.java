package pl.paragon.api.v3.receipt;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code Content-Disposition} of a file that a browser shows, with the name under which it saves it (RFC 6266). */
final class InlineName {

    private InlineName() {}

    /** @param filename as the client named it: anything but control characters */
    static String of(String filename) {
        String plain = filename.replaceAll("[^ -~]|[\"\\\\%]", "_");
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "inline; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
    }
}
