package pl.paragon.api.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;

/** Asks persistence-worker, the only owner of the database, over internal HTTP. */
@ApplicationScoped
class KeyClient implements SavedKeys {

    /** Of anything else nobody need be asked. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{1,64}");

    private final HttpClient http;
    private final PersistenceConfig config;

    KeyClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Optional<KeyRecord> verify(ApiKey key) {
        byte[] proof = Json.write(new KeyProof(key.sha256()));
        return ask(to("/" + key.id() + "/verification").POST(BodyPublishers.ofByteArray(proof)), KeyRecord.class);
    }

    @Override
    public MintedKey mint(KeyRequest wish) {
        return certain(ask(to("").POST(BodyPublishers.ofByteArray(Json.write(wish))), MintedKey.class));
    }

    @Override
    public List<KeyRecord> all() {
        return certain(ask(to("").GET(), KeyList.class)).keys();
    }

    @Override
    public Optional<KeyRecord> revoke(String id) {
        return ID.matcher(id).matches() ? ask(to("/" + id).DELETE(), KeyRecord.class) : Optional.empty();
    }

    private static <T> T certain(Optional<T> answer) {
        return answer.orElseThrow(
                () -> new KeysUnavailableException("persistence-worker is of a version without API keys", null));
    }

    /** Empty if the answer is 404. */
    private <T> Optional<T> ask(HttpRequest.Builder request, Class<T> type) {
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.timeout(config.timeout()).build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> Optional.of(Json.read(answer.body(), type));
                case 404 -> Optional.empty();
                default ->
                    throw new KeysUnavailableException(
                            "persistence-worker answered %d about API keys".formatted(answer.statusCode()), null);
            };
        } catch (IOException | UndecodableException e) {
            throw new KeysUnavailableException("persistence-worker cannot be asked about API keys", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeysUnavailableException("interrupted while asking about API keys", e);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(
                URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/keys" + path));
    }
}
