package pl.paragon.benchmarks.stack;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that this program was built in. */
public final class Checkout {

    private Checkout() {}

    public static Path folder() {
        try {
            Path at = Path.of(Checkout.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            while (at != null && !Files.isRegularFile(at.resolve("local-stack/pom.xml"))) {
                at = at.getParent();
            }
            if (at == null) {
                throw new IllegalStateException("The benchmarks run in the project's folder, where they were built.");
            }
            return at;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
