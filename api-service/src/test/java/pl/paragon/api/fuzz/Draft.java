package pl.paragon.api.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request while it is being broken. */
final class Draft {

    private static final String BOUNDARY = "paragon-boundary";

    /** Say more than the rest of the request about what becomes of the connection. */
    private static final List<String> CONNECTION_HEADERS = List.of("Connection", "Upgrade", "Expect");

    final Operation operation;
    final Map<String, String> pathValues = new LinkedHashMap<>();
    final List<Map.Entry<String, String>> query = new ArrayList<>();
    final List<Map.Entry<String, String>> headers = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    String method;
    String contentType;
    byte[] body;
    /** How many bytes more than there are the head announces. */
    int bytesMissing;

    /** Whether the body comes in pieces whose sum is not announced. */
    boolean chunked;

    /** @param head the lines before the content, without the empty one */
    record Part(String head, byte[] content) {}

    Draft(Operation operation) {
        this.operation = operation;
        this.method = operation.method();
        operation.body().ifPresent(described -> {
            boolean form = described.mediaType().equals("multipart/form-data");
            contentType = form ? "multipart/form-data; boundary=" + BOUNDARY : described.mediaType();
            body = described.mediaType().equals("application/x-www-form-urlencoded")
                    ? urlEncoded(described).getBytes(ISO_8859_1)
                    : described.example().toString().getBytes(UTF_8);
        });
    }

    FuzzedRequest toRequest() {
        byte[] content = parts.isEmpty() ? body : form();
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target()).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\n");
        if (contentType != null) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        headers.forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (content == null) {
            bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        } else if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n\r\n");
            bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
            if (content.length > 0) {
                bytes.writeBytes((Integer.toHexString(content.length) + "\r\n").getBytes(ISO_8859_1));
                bytes.writeBytes(content);
                bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
            }
            bytes.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        } else {
            head.append("Content-Length: ")
                    .append(content.length + bytesMissing)
                    .append("\r\n\r\n");
            bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
            bytes.writeBytes(content);
        }
        boolean cutOff = content != null && !chunked && bytesMissing > 0;
        boolean plainHead = headers.stream().noneMatch(header -> CONNECTION_HEADERS.contains(header.getKey()));
        return new FuzzedRequest(reached(), method, bytes.toByteArray(), !cutOff && plainHead, cutOff);
    }

    private Optional<Operation> reached() {
        boolean sameMethod = method.equals(operation.method());
        boolean samePath = pathValues.values().stream().noneMatch(value -> value.isBlank() || value.contains(".."));
        return sameMethod && samePath ? Optional.of(operation) : Optional.empty();
    }

    private String target() {
        String path = operation.path();
        for (var value : pathValues.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        StringBuilder target = new StringBuilder(path);
        char separator = '?';
        for (var parameter : query) {
            target.append(separator)
                    .append(encoded(parameter.getKey()))
                    .append('=')
                    .append(encoded(parameter.getValue()));
            separator = '&';
        }
        return target.toString();
    }

    private static String urlEncoded(Operation.Body body) {
        StringBuilder fields = new StringBuilder();
        body.example().properties().forEach(field -> fields.append(fields.isEmpty() ? "" : "&")
                .append(encoded(field.getKey()))
                .append('=')
                .append(encoded(field.getValue().asText())));
        return fields.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private byte[] form() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Part part : parts) {
            form.writeBytes(("--" + BOUNDARY + "\r\n" + part.head() + "\r\n\r\n").getBytes(UTF_8));
            form.writeBytes(part.content());
            form.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        return form.toByteArray();
    }

    /** The body as it would be sent, for mutations of its bytes. */
    void settleBody() {
        if (!parts.isEmpty()) {
            body = form();
            parts.clear();
        }
    }
}
