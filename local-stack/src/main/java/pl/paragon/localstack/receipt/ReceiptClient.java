package pl.paragon.localstack.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** A client of the API's version 3, as anybody could write one. */
final class ReceiptClient {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "pdf", "application/pdf");
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Optional<String> apiKey;

    /** @param base e.g. {@code http://localhost:8000} */
    ReceiptClient(URI base, Optional<String> apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /** Nobody listens there. */
    static final class NobodyThereException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyThereException(URI base, Throwable cause) {
            super("No Paragon answers at " + base, cause);
        }
    }

    /** The API said no; the message is its own. */
    static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Uploads a receipt; where the API asks for patience, it gets it.
     *
     * @return the job's id
     */
    String submit(Path file) throws IOException, InterruptedException {
        String boundary = UUID.randomUUID().toString();
        HttpRequest request = request("/api/v3/receipts/process")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(file, boundary))
                .build();
        return ask(request).path("data").path("job_id").asText();
    }

    /** The {@code data} of the job's status. */
    JsonNode status(String jobId) throws IOException, InterruptedException {
        return ask(request("/api/v3/receipts/status/" + jobId).GET().build()).path("data");
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<byte[]> response = send(request);
            int code = response.statusCode();
            if (code < 300) {
                return body(response);
            }
            Optional<Duration> wait =
                    response.headers().firstValue("Retry-After").flatMap(ReceiptClient::seconds);
            if ((code != 429 && code != 503) || wait.isEmpty()) {
                throw new RefusedException(message(code, body(response)));
            }
            Thread.sleep(wait.get());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new NobodyThereException(base, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
        apiKey.ifPresent(key -> request.header("X-API-Key", key));
        return request;
    }

    private static BodyPublisher form(Path file, String boundary) throws IOException {
        String name = file.getFileName().toString();
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, name.replaceAll("[\"\\\\\\p{Cntrl}]", "_"), mediaType(name));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    static String mediaType(String fileName) {
        String suffix = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(suffix, "application/octet-stream");
    }

    private static Optional<Duration> seconds(String retryAfter) {
        try {
            Duration wait = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
            return Optional.of(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body(), JsonNode.class);
        } catch (UndecodableException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String message(int code, JsonNode body) {
        String message = body.path("message").asText("");
        String details = body.path("details").isEmpty() ? "" : " " + body.path("details");
        return (message.isEmpty() ? "the answer was HTTP " + code : message + " (HTTP " + code + ")") + details;
    }
}
