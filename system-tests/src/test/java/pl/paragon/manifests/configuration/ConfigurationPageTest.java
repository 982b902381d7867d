package pl.paragon.manifests.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.manifests.Checkout;
import pl.paragon.manifests.Deployable;
import pl.paragon.runtime.metrics.Metric;

class ConfigurationPageTest {

    private static final Path PAGE = Checkout.ROOT.resolve("docs/configuration.md");

    /** Set by a service about itself, not by an operator. */
    private static final List<String> INTERNAL = List.of("paragon.worker.stage", "paragon.processors");

    private static final Pattern KEY =
            Pattern.compile("(?<![\\w.])paragon\\.(?!example\\.)[a-z0-9-]+\\.[a-z0-9.-]*[a-z0-9]");

    private static final Pattern DECLARATION =
            Pattern.compile("@ConfigMapping\\(|@ConfigProperty\\(name = \"paragon\\.");

    private final List<ConfigurationKey> keys = OwnKeys.all();

    @Test
    void shouldBeWhatTheSourcesSay() throws IOException {
        String page = ConfigurationPage.render(keys);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    @Test
    void shouldSayWhatEachKeyMeans() {
        assertThat(keys)
                .filteredOn(key -> key.meaning().isEmpty())
                .extracting(ConfigurationKey::name)
                .as("give the methods that declare these keys a Javadoc sentence")
                .isEmpty();
    }

    @Test
    void shouldHaveEveryKeyThatAServiceSetsForItself() {
        assertThat(Stream.concat(
                                Stream.of("shared-runtime", "worker-runtime"),
                                Stream.of(Deployable.values()).map(Deployable::module))
                        .flatMap(module -> Checkout.files(module + "/src/main/resources", ".properties").stream())
                        .flatMap(file -> Checkout.properties(file.toString()).stringPropertyNames().stream())
                        .filter(key -> key.startsWith("paragon.") && !INTERNAL.contains(key)))
                .as("no @ConfigMapping declares it: a typing error, or read in another way than the house's")
                .isSubsetOf(keys.stream().map(ConfigurationKey::name).toList());
    }

    /** Where {@link MappingSources} looks for them. */
    @Test
    void shouldFindKeysWhereverTheyAreDeclared() {
        assertThat(Checkout.files("", ".java").stream()
                        .filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file -> !file.toString().endsWith("Config.java"))
                        .filter(file -> DECLARATION
                                .matcher(Checkout.text(file.toString()))
                                .find()))
                .as("declare these keys in a @ConfigMapping interface called …Config")
                .isEmpty();
    }

    @Test
    void shouldHaveEveryKeyThatADocumentNames() {
        assertThat(Checkout.files("docs", ".md").stream()
                        .flatMap(file ->
                                KEY.matcher(Checkout.text(file.toString())).results())
                        .map(MatchResult::group)
                        .filter(name -> !INTERNAL.contains(name) && !isMetric(name) && !isKey(name)))
                .as("documents name these keys, and nothing reads them")
                .isEmpty();
    }

    private static boolean isMetric(String name) {
        return Stream.of(Metric.values()).anyMatch(metric -> metric.id().equals(name));
    }

    /** Or what several keys begin with. */
    private boolean isKey(String name) {
        return keys.stream()
                .map(ConfigurationKey::name)
                .anyMatch(key -> key.equals(name) || key.startsWith(name + "."));
    }
}
