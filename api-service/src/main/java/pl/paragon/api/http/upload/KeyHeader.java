package pl.paragon.api.v3;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import pl.paragon.api.idempotency.IdempotencyKey;

/** The header {@code Idempotency-Key} of a request. */
public final class KeyHeader {

    private KeyHeader() {}

    /**
     * Empty if there is none.
     *
     * @throws IllegalArgumentException with a sentence for the client
     */
    public static Optional<IdempotencyKey> of(RoutingContext exchange) {
        List<String> given = exchange.request().headers().getAll(RefusalBodies.IDEMPOTENCY_KEY);
        if (given.size() > 1) {
            throw new IllegalArgumentException("One request has one key");
        }
        return given.stream().findFirst().map(IdempotencyKey::parse);
    }
}
