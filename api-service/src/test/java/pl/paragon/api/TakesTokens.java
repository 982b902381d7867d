package pl.paragon.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that takes tokens beside keys. */
public final class TakesTokens implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("paragon.security.authentication", "api-keys,oidc", "paragon.oidc.timeout", "1m");
    }
}
