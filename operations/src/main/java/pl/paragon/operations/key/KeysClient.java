package pl.paragon.operations.key;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;

/** Asks a persistence-worker about API keys. */
final class KeysClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param base e.g. {@code http://localhost:8003} */
    KeysClient(URI base) {
        this.base = base;
    }

    /** It cannot be asked now; the message says why. */
    static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    MintedKey mint(KeyRequest wish) throws IOException, InterruptedException {
        return body(
                send(request("/internal/keys").POST(BodyPublishers.ofByteArray(Json.write(wish)))), MintedKey.class);
    }

    /** Newest first. */
    List<KeyRecord> all() throws IOException, InterruptedException {
        return body(send(request("/internal/keys").GET()), KeyList.class).keys();
    }

    /** Empty if there is no such key. @param id letters and digits */
    Optional<KeyRecord> revoke(String id) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(request("/internal/keys/" + id).DELETE());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response, KeyRecord.class));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UnavailableException("No persistence-worker answers at " + base, e);
        }
    }

    private <T> T body(HttpResponse<byte[]> response, Class<T> type) throws UnavailableException {
        return switch (response.statusCode()) {
            case 200 -> Json.read(response.body(), type);
            case 503 ->
                throw new UnavailableException(
                        "The persistence-worker at " + base + " cannot do it now: the database is unavailable", null);
            default ->
                throw new UnavailableException(
                        "What answers at " + base + " is no persistence-worker of this version (HTTP "
                                + response.statusCode() + ")",
                        null);
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
