package pl.paragon.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A gateway that asks for API keys, and only remembers for a moment what it was told of one, or of households. */
public final class AsksForKeys implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "paragon.security.authentication", "api-keys",
                "paragon.keys.revoked-within", "300ms",
                "paragon.households.changed-within", "300ms");
    }
}
