package pl.paragon.api.upload;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of one part of a multipart form (RFC 7578).
 *
 * @param name the form field; empty where the part has none
 * @param filename as the client wrote it; empty for a plain field
 * @param contentType as the client wrote it
 */
record PartHeaders(String name, Optional<String> filename, Optional<String> contentType) {

    static PartHeaders parse(List<String> lines) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new MalformedMultipartException("a part's header has no name");
            }
            headers.putIfAbsent(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        Map<String, String> disposition = parameters(headers.getOrDefault("content-disposition", ""));
        Optional<String> extended =
                Optional.ofNullable(disposition.get("filename*")).flatMap(PartHeaders::extended);
        return new PartHeaders(
                disposition.getOrDefault("name", ""),
                extended.or(() -> Optional.ofNullable(disposition.get("filename"))),
                Optional.ofNullable(headers.get("content-type")).filter(type -> !type.isEmpty()));
    }

    /** {@code form-data; name="file"; filename="a \"b\".jpg"}: names in lower case, values without quotes. */
    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(header, equals + 1, value);
            parameters.putIfAbsent(name, value.toString());
        }
        return parameters;
    }

    /** Reads a value from {@code at} and returns where the next parameter begins, or the header's end. */
    private static int value(String header, int at, StringBuilder value) {
        int start = at;
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        if (start == header.length() || header.charAt(start) != '"') {
            int end = header.indexOf(';', start);
            int stop = end < 0 ? header.length() : end;
            value.append(header.substring(start, stop).strip());
            return stop;
        }
        int i = start + 1;
        for (; i < header.length() && header.charAt(i) != '"'; i++) {
            // Only a quote is escaped: old browsers send Windows paths with their backslashes as they are.
            boolean escaped = header.charAt(i) == '\\' && i + 1 < header.length() && header.charAt(i + 1) == '"';
            value.append(header.charAt(escaped ? ++i : i));
        }
        int end = header.indexOf(';', i);
        return end < 0 ? header.length() : end;
    }

    /** {@code UTF-8''paragon%20%C5%BCabka.jpg} (RFC 5987). */
    private static Optional<String> extended(String value) {
        String[] parts = value.split("'", 3);
        if (parts.length < 3 || !parts[0].equalsIgnoreCase("utf-8")) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(parts[2].replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
