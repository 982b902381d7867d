package pl.paragon.operations.installation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import pl.paragon.contracts.json.Json;

/** A persistence-worker that can be asked. Each method throws {@link UnavailableException} if it does not answer. */
public final class PersistenceWorker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param base e.g. {@code http://localhost:8003} */
    PersistenceWorker(URI base) {
        this.base = base;
    }

    /** It cannot be asked now; the message says why. */
    public static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What it answered. */
    public final class Answer {

        private final HttpResponse<byte[]> response;

        private Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        /** The body, if it did what it was asked for. */
        public <T> T body(Class<T> type) throws UnavailableException {
            return switch (status()) {
                case 200 -> Json.read(response.body(), type);
                case 503 ->
                    throw new UnavailableException(
                            "The persistence-worker at " + base
                                    + " cannot do it now: the database, the file store or Kafka is unavailable",
                            null);
                default ->
                    throw new UnavailableException(
                            "What answers at " + base + " is no persistence-worker of this version (HTTP " + status()
                                    + ")",
                            null);
            };
        }

        /** The same; empty if there is nothing of that name. */
        public <T> Optional<T> found(Class<T> type) throws UnavailableException {
            return status() == 404 ? Optional.empty() : Optional.of(body(type));
        }
    }

    /** @param path from the root, with the query if there is one */
    public Answer get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    public Answer delete(String path) throws IOException, InterruptedException {
        return send(to(path).DELETE());
    }

    public Answer post(String path) throws IOException, InterruptedException {
        return send(to(path).POST(BodyPublishers.noBody()));
    }

    /** @param body sent as JSON */
    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send(
                to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Json.write(body))));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UnavailableException("No persistence-worker answers at " + base, e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
