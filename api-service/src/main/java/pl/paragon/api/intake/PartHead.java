package pl.paragon.api.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * The headers of one part of a multipart form (RFC 7578).
 *
 * @param name the form field; empty if the part has none
 * @param filename as the client wrote it, decoded (RFC 5987) and without quotes; empty for a plain field
 * @param contentType as the client wrote it
 */
public record PartHead(String name, Optional<String> filename, Optional<String> contentType) {

    static PartHead parse(String head) throws RefusedException {
        Map<String, String> headers = headers(head);
        Map<String, String> disposition = parameters(headers.getOrDefault("content-disposition", ""));
        return new PartHead(
                Optional.ofNullable(disposition.get("name"))
                        .map(PartHead::unescaped)
                        .orElse(""),
                // A parameter without a value is there all the same.
                disposition.containsKey("filename")
                        ? Optional.of(Optional.ofNullable(disposition.get("filename"))
                                .map(PartHead::unescaped)
                                .orElse(""))
                        : Optional.empty(),
                Optional.ofNullable(headers.get("content-type")).filter(type -> !type.isEmpty()));
    }

    static Map<String, String> parameters(String header) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return parser.parse(header, ';');
    }

    private static Map<String, String> headers(String head) throws RefusedException {
        Map<String, String> headers = new HashMap<>();
        // A line that begins with a space goes on with the one before it.
        for (String line : head.replaceAll("\r?\n[ \t]+", " ").strip().split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new RefusedException(new Refusal.Malformed("a part's header has no name"));
            }
            headers.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    /** Only a quote is escaped: old browsers send Windows paths with their backslashes as they are. */
    private static String unescaped(String value) {
        return value.replace("\\\"", "\"");
    }
}
