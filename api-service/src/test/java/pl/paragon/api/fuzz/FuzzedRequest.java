package pl.paragon.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * A request as it is sent.
 *
 * @param operation whose endpoint it reaches; empty if its method or path may lead elsewhere
 * @param bytes head and body
 * @param leavesTheConnectionUsable whether the server knows where the body ends
 * @param endsItsSide whether the client says that no more comes, since the body is shorter than announced
 */
public record FuzzedRequest(
        Optional<Operation> operation,
        String method,
        byte[] bytes,
        boolean leavesTheConnectionUsable,
        boolean endsItsSide) {

    /** The beginning of it, readable. */
    @Override
    public String toString() {
        String text = new String(bytes, ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 600)).replace("\r\n", "⏎");
    }
}
