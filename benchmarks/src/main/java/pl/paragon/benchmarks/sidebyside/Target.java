package pl.paragon.benchmarks.sidebyside;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A system that serves the API's version 3.
 *
 * @param receipts e.g. {@code http://127.0.0.1:18000/api/v3/receipts}
 */
public record Target(Kind kind, URI receipts, Optional<String> apiKey) {

    public Target {
        receipts = URI.create(withoutSlash(receipts));
    }

    /** @param url of the gateway, e.g. {@code http://localhost:8000} */
    public static Target paragon(URI url, Optional<String> apiKey) {
        return new Target(Kind.PARAGON, URI.create(withoutSlash(url) + "/api/v3/receipts"), apiKey);
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    /** Which of the two it is. */
    public enum Kind {
        PARAGON,
        REFERENCE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A request without a body, ready to be sent. */
    public byte[] request(String method, String path) {
        return head(method, path).append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A request with a body, ready to be sent: its last bytes are the body. */
    public byte[] request(String method, String path, String type, byte[] body) {
        byte[] head = head(method, path)
                .append("Content-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(type, body.length))
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** @param path below the receipts, e.g. {@code /health}; {@code /../stages} is beside them */
    private StringBuilder head(String method, String path) {
        URI uri = URI.create(receipts + path).normalize();
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\nAccept: application/json\r\n"
                .formatted(method, uri.getRawPath(), uri.getRawAuthority()));
        apiKey.ifPresent(key -> head.append("X-API-Key: ").append(key).append("\r\n"));
        return head;
    }
}
