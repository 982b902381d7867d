package pl.paragon.api.http.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import pl.paragon.contracts.key.ApiKey;

/** Asks whose key this is. */
final class KeyAuthentication extends BaseAuthenticationRequest {

    private final ApiKey key;

    KeyAuthentication(ApiKey key) {
        this.key = key;
    }

    ApiKey key() {
        return key;
    }
}
