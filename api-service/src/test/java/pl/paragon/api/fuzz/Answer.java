package pl.paragon.api.fuzz;

import java.util.Locale;
import java.util.Map;

/**
 * A final answer to a request.
 *
 * @param headers by name in lower case; of repeated ones the last
 * @param body decoded as ISO 8859-1, so byte for byte; empty if the answer is a stream without end
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
