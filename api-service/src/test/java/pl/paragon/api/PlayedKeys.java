package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;

/** The keys of {@link PlayedPersistence}. */
final class PlayedKeys {

    static final String PATH = "/internal/keys";

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private record Kept(KeyRecord record, String sha256) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicInteger verifications = new AtomicInteger();

    /** A key that never expires. */
    String mint(String owner, Scope... scopes) {
        return mint(new KeyRequest(owner, "", List.of(scopes), null)).key();
    }

    /** A key that has expired. */
    String expired(String owner) {
        return mint(new KeyRequest(owner, "", List.of(Scope.values()), NOON)).key();
    }

    void revoke(String key) {
        revoked(ApiKey.parse(key).orElseThrow().id());
    }

    int verifications() {
        return verifications.get();
    }

    void answer(HttpExchange exchange) throws IOException {
        String[] path =
                exchange.getRequestURI().getPath().substring(PATH.length()).split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<?> answer =
                switch (exchange.getRequestMethod()) {
                    case "GET" ->
                        Optional.of(new KeyList(
                                kept.values().stream().map(Kept::record).toList()));
                    case "DELETE" -> revoked(path[1]);
                    default ->
                        path.length < 2
                                ? Optional.of(mint(Json.read(body, KeyRequest.class)))
                                : verified(path[1], Json.read(body, KeyProof.class));
                };
        byte[] text = Json.write(answer.orElse(null));
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 404, text.length);
        exchange.getResponseBody().write(text);
    }

    private MintedKey mint(KeyRequest wish) {
        ApiKey key = ApiKey.mint(new SecureRandom());
        KeyRecord record =
                new KeyRecord(key.id(), wish.owner(), wish.name(), wish.scopes(), NOON, wish.expiresAt(), null, null);
        kept.put(key.id(), new Kept(record, key.sha256()));
        return new MintedKey(key.text(), record);
    }

    private Optional<KeyRecord> verified(String id, KeyProof proof) {
        verifications.incrementAndGet();
        return Optional.ofNullable(kept.get(id))
                .filter(key -> key.sha256().equals(proof.sha256()))
                .map(Kept::record);
    }

    private Optional<KeyRecord> revoked(String id) {
        Kept changed = kept.computeIfPresent(
                id,
                (same, key) -> new Kept(
                        new KeyRecord(
                                id,
                                key.record().owner(),
                                key.record().name(),
                                key.record().scopes(),
                                NOON,
                                key.record().expiresAt(),
                                NOON,
                                null),
                        key.sha256()));
        return Optional.ofNullable(changed).map(Kept::record);
    }
}
