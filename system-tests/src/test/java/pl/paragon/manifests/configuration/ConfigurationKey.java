package pl.paragon.manifests.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.paragon.manifests.Deployable;

/**
 * A key that our own code reads.
 *
 * @param name with {@code NAME} for what an operator chooses
 * @param readBy the services that read it
 * @param type in words, or the values that it may have
 * @param defaults as they stand in the sources; empty if the key is not set
 * @param meaning in Markdown; empty if its method has no Javadoc
 */
record ConfigurationKey(
        String name, Set<Deployable> readBy, String type, List<Default> defaults, Optional<String> meaning) {

    /** @param place that it holds for; empty if that is everywhere else */
    record Default(String value, Optional<String> place) {}

    /** By MicroProfile Config's rule. */
    String environmentName() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
