package pl.paragon.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that asks everybody for an API key, and for a moment only remembers what it was told of one. */
public final class AsksForKeys implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("paragon.security.authentication", "api-keys", "paragon.keys.revoked-within", "300ms");
    }
}
