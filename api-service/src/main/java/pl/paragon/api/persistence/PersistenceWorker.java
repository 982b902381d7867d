package pl.paragon.api.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import pl.paragon.contracts.json.Json;

/**
 * Asks persistence-worker over internal HTTP. Each method blocks, no longer than is configured, and throws {@link
 * PersistenceUnavailableException} if there is no answer; whatever the status, an answer is one. Paths begin below
 * {@code /internal} and may end with a {@link Parameters}.
 */
@ApplicationScoped
public class PersistenceWorker {

    private final HttpClient http;
    private final String root;
    private final Duration timeout;

    public PersistenceWorker(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.root = config.url().toString().replaceAll("/+$", "") + "/internal";
        this.timeout = config.timeout();
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    public Answer delete(String path) {
        return send(to(path).DELETE());
    }

    public Answer put(String path) {
        return send(to(path).PUT(BodyPublishers.noBody()));
    }

    public Answer post(String path) {
        return send(to(path).POST(BodyPublishers.noBody()));
    }

    /** @param body sent as JSON */
    public Answer post(String path, Object body) {
        return send(
                to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(timeout);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String asked = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(asked, answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new PersistenceUnavailableException(
                    "persistence-worker cannot be asked for %s: %s".formatted(asked, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PersistenceUnavailableException("interrupted while waiting for " + asked, e);
        }
    }
}
