package pl.paragon.api.http.upload;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.idempotency.IdempotencyKey;

/** The header {@code Idempotency-Key} of a request. */
public final class KeyHeader {

    public static final String NAME = "Idempotency-Key";

    private KeyHeader() {}

    /**
     * Empty if there is none.
     *
     * @throws IllegalArgumentException with a sentence for the client
     */
    public static Optional<IdempotencyKey> of(RoutingContext exchange) {
        List<String> given = exchange.request().headers().getAll(NAME);
        if (given.size() > 1) {
            throw new IllegalArgumentException("One request has one key");
        }
        return given.stream().findFirst().map(IdempotencyKey::parse);
    }
}
