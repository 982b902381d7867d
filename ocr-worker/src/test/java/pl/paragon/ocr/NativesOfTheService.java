package pl.paragon.ocr;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Natives of its own for the service: a library can be loaded by one class loader only, and the service has another
 * than the tests.
 */
public final class NativesOfTheService implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "paragon.ocr.runtime-directory",
                Natives.FOLDER.resolveSibling("natives-of-the-service").toString());
    }

    @Override
    public void stop() {}
}
