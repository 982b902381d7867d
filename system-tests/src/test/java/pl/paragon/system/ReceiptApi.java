package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import pl.paragon.contracts.json.Json;

/** What a client of API v3 does. */
final class ReceiptApi {

    private static final String BOUNDARY = "a-part-ends-here";
    private static final Set<String> TERMINAL = Set.of("SUCCESS", "FAILURE", "REVOKED");
    private static final int ASKED_FOR_PATIENCE = 503;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    ReceiptApi(String base) {
        this.base = base + "/api/v3/receipts";
    }

    /** @return the job id */
    String process(Path file, String mediaType) {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(URI.create(base + "/process"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(file, mediaType))));
        assertThat(response.statusCode())
                .as(new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        return json(response).at("/data/job_id").asText();
    }

    JsonNode status(String job) {
        return json(send(HttpRequest.newBuilder(URI.create(base + "/status/" + job))))
                .path("data");
    }

    JsonNode cancel(String job) {
        return json(
                send(HttpRequest.newBuilder(URI.create(base + "/cancel/" + job)).DELETE()));
    }

    JsonNode health() {
        return json(send(HttpRequest.newBuilder(URI.create(base + "/health")))).path("data");
    }

    JsonNode awaitEnd(String job) {
        return awaitStatus(
                job, status -> TERMINAL.contains(status.path("status").asText()));
    }

    JsonNode awaitStep(String job, String step) {
        return awaitStatus(job, status -> status.path("step").asText().equals(step));
    }

    private JsonNode awaitStatus(String job, Predicate<JsonNode> wanted) {
        return await("job " + job)
                .atMost(RunningParagon.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> status(job), wanted);
    }

    /** Comes again as long as the gateway asks for it. */
    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(RunningParagon.PATIENCE).build();
        return await(asked.method() + " " + asked.uri())
                .atMost(RunningParagon.PATIENCE)
                .pollDelay(Duration.ZERO)
                .until(() -> sendOnce(asked), answer -> answer.statusCode() != ASKED_FOR_PATIENCE);
    }

    private HttpResponse<byte[]> sendOnce(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] multipart(Path file, String mediaType) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + file.getFileName() + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
