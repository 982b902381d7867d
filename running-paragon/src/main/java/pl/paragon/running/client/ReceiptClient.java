package pl.paragon.running.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/**
 * A client of the API's version 3. If the API answers 429 or 503 with {@code Retry-After}, it waits and asks again.
 * Safe for use by several threads.
 */
public final class ReceiptClient {

    private static final String RECEIPTS = "/api/v3/receipts/";
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("heic", "image/heic"),
            Map.entry("heif", "image/heif"),
            Map.entry("avif", "image/avif"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("jp2", "image/jp2"),
            Map.entry("j2k", "image/j2k"));
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Optional<String> apiKey;

    /** @param base e.g. {@code http://localhost:8000} */
    public ReceiptClient(URI base, Optional<String> apiKey) {
        this.base = base;
        this.apiKey = apiKey;
    }

    /** Nothing listens at the address. */
    public static final class UnreachableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreachableException(URI base, Throwable cause) {
            super("No Paragon answers at " + base, cause);
        }
    }

    /** The API refused the request; the message is the API's own. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 2L;

        private final String code;

        RefusedException(String message, String code) {
            super(message);
            this.code = code;
        }

        /** The API's {@code error_code}; empty if the answer was none of the API's. */
        public String code() {
            return code;
        }
    }

    /** Whether the file has the suffix of a type that Paragon reads. */
    public static boolean canSend(Path file) {
        return MEDIA_TYPES.containsKey(suffix(file));
    }

    /**
     * Uploads a receipt.
     *
     * @return the job's id
     * @throws RefusedException if the API does not accept it
     * @throws UnreachableException if nothing listens at the address
     */
    public String submit(Path file) throws IOException, InterruptedException {
        return job(upload("process", file, file.getFileName().toString()));
    }

    /** As {@link #submit(Path)}, for a user of this client's. */
    public String submit(Path file, String userId) throws IOException, InterruptedException {
        String path = "process?user_id=" + URLEncoder.encode(userId, StandardCharsets.UTF_8);
        return job(upload(path, file, file.getFileName().toString()));
    }

    private String job(HttpRequest upload) throws IOException, InterruptedException {
        return accepted(upload).path("data").path("job_id").asText();
    }

    /** The {@code data} of the job's status. */
    public JsonNode status(String jobId) throws IOException, InterruptedException {
        return accepted(statusOf(jobId)).path("data");
    }

    /** Whether a {@link #status(String)} will not change any more. */
    public static boolean hasEnded(JsonNode status) {
        return switch (status.path("status").asText()) {
            case "SUCCESS", "FAILURE", "REVOKED" -> true;
            default -> false;
        };
    }

    /** The whole answer to a request to cancel. */
    public JsonNode cancel(String jobId) throws IOException, InterruptedException {
        return accepted(cancelOf(jobId));
    }

    /**
     * What the API answered to a single request, whatever it was.
     *
     * @param code the HTTP status
     */
    public record Answer(int code, JsonNode body) {}

    /**
     * Uploads a receipt and neither waits nor asks again.
     *
     * @param filename what the API is told that the file is called
     * @throws UnreachableException if nothing listens at the address, so that nothing was uploaded
     * @throws IOException if the answer is missing: it may have been accepted
     */
    public Answer trySubmit(Path file, String filename) throws IOException, InterruptedException {
        return once(upload("process", file, filename));
    }

    /** The answer to one request for a status. */
    public Answer tryStatus(String jobId) throws IOException, InterruptedException {
        return once(statusOf(jobId));
    }

    /** The answer to one request to cancel. */
    public Answer tryCancel(String jobId) throws IOException, InterruptedException {
        return once(cancelOf(jobId));
    }

    /** The {@code data} of the gateway's health, whatever its HTTP status. */
    public JsonNode health() throws IOException, InterruptedException {
        return body(send(request("health").GET().build())).path("data");
    }

    private Answer once(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        return new Answer(response.statusCode(), body(response));
    }

    private HttpRequest upload(String path, Path file, String filename) throws IOException {
        String boundary = UUID.randomUUID().toString();
        return request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(form(file, filename, boundary))
                .build();
    }

    private HttpRequest statusOf(String jobId) {
        return request("status/" + jobId).GET().build();
    }

    private HttpRequest cancelOf(String jobId) {
        return request("cancel/" + jobId).DELETE().build();
    }

    private JsonNode accepted(HttpRequest request) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<byte[]> response = send(request);
            int code = response.statusCode();
            if (code < 300) {
                return body(response);
            }
            Optional<Duration> wait =
                    response.headers().firstValue("Retry-After").flatMap(ReceiptClient::seconds);
            if ((code != 429 && code != 503) || wait.isEmpty()) {
                JsonNode body = body(response);
                throw new RefusedException(
                        message(code, body), body.path("error_code").asText(""));
            }
            Thread.sleep(wait.get());
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new UnreachableException(base, e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(RECEIPTS + path)).timeout(ANSWER);
        apiKey.ifPresent(key -> request.header("X-API-Key", key));
        return request;
    }

    private static BodyPublisher form(Path file, String filename, String boundary) throws IOException {
        String name = filename.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, name, mediaType(file));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    }

    private static String mediaType(Path file) {
        return MEDIA_TYPES.getOrDefault(suffix(file), "application/octet-stream");
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
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
