package pl.paragon.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/** Has receipts read by a running Paragon, over its HTTP interface. Safe for use by several threads. */
public final class ReceiptClient {

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "webp", "image/webp",
            "pdf", "application/pdf");
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** As a patient client asks: asking costs the gateway processor time that would count as the receipt's. */
    private static final Duration POLL = Duration.ofMillis(300);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Optional<String> apiKey;
    private final Duration patience;

    /** @param patience after which a job that has not ended counts as failed */
    public ReceiptClient(URI base, Optional<String> apiKey, Duration patience) {
        this.base = base;
        this.apiKey = apiKey;
        this.patience = patience;
    }

    /** Whether this client can send such a file. */
    public static boolean canRead(Path file) {
        return MEDIA_TYPES.containsKey(suffix(file));
    }

    /** Uploads the file and waits for its end; a refusal or a failure is an answer too. */
    public Reading read(Path file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        JsonNode accepted = ask(upload(file));
        String job = accepted.at("/data/job_id").asText();
        if (job.isEmpty()) {
            return Reading.failed("refused: " + accepted.path("message").asText());
        }
        HttpRequest status = request("/api/v3/receipts/status/" + job).GET().build();
        while (System.nanoTime() - began < patience.toNanos()) {
            JsonNode data = ask(status).path("data");
            switch (data.path("status").asText()) {
                case "SUCCESS" -> {
                    return Reading.of(data.path("result"));
                }
                case "FAILURE", "REVOKED" -> {
                    return Reading.failed(data.path("error").asText());
                }
                default -> Thread.sleep(POLL);
            }
        }
        return Reading.failed("not at its end after " + patience.toSeconds() + " s (job " + job + ")");
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<byte[]> response = send(request);
            Optional<Long> wait = response.headers()
                    .firstValue("Retry-After")
                    .filter(seconds -> seconds.matches("\\d{1,2}"))
                    .map(Long::valueOf);
            boolean busy = response.statusCode() == 429 || response.statusCode() == 503;
            if (!busy || wait.isEmpty()) {
                return Json.read(response.body(), JsonNode.class);
            }
            Thread.sleep(Duration.ofSeconds(wait.get()));
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new IOException("No Paragon answers at " + base + ". Start it: ./paragon up", e);
        }
    }

    private HttpRequest upload(Path file) throws IOException {
        String boundary = UUID.randomUUID().toString();
        String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        String head =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(boundary, name, MEDIA_TYPES.get(suffix(file)));
        return request("/api/v3/receipts/process")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
        apiKey.ifPresent(key -> request.header("X-API-Key", key));
        return request;
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
