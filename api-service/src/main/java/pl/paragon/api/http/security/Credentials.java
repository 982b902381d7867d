package pl.paragon.api.http.security;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.key.ApiKey;

/** What a request shows: {@code Authorization: Bearer …} or {@code X-API-Key: …}. */
final class Credentials {

    private static final String X_API_KEY = "X-API-Key";
    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /**
     * A key or a token; empty if there is neither. Of both headers, {@code X-API-Key} counts unless the other has a
     * key, too: a proxy may have put its own {@code Authorization} there.
     */
    static Optional<String> in(MultiMap headers) {
        Optional<String> bearer = bearer(headers);
        Optional<String> key = only(headers, X_API_KEY);
        return bearer.filter(value -> key.isEmpty() || value.startsWith(ApiKey.PREFIX))
                .or(() -> key);
    }

    /** Whether what is shown is no key, and came where tokens come. */
    static boolean isToken(MultiMap headers, String shown) {
        return !shown.startsWith(ApiKey.PREFIX)
                && bearer(headers).filter(shown::equals).isPresent();
    }

    private static Optional<String> bearer(MultiMap headers) {
        return only(headers, HttpHeaders.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }

    /** What is there more than once is nothing that could be known: it shows as a malformed key. */
    private static Optional<String> only(MultiMap headers, CharSequence name) {
        List<String> values = headers.getAll(name);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", values).strip());
    }
}
