package pl.paragon.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.api.Defaults;

class RateLimitConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        RateLimitConfig config = Defaults.of(RateLimitConfig.class);

        assertThat(config.enabled()).isTrue();
        assertThat(config.jobs()).isEqualTo(10);
        assertThat(config.period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.batchFiles()).isEqualTo(500);
        assertThat(config.batchPeriod()).isEqualTo(Duration.ofHours(1));
        assertThat(config.classes()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofMillis(25));
        assertThat(config.pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldReadClassesFromTheEnvironmentToo() {
        RateLimitConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "PARAGON_RATE_LIMIT_CLASSES_SHOPS_JOBS", "100",
                                "PARAGON_RATE_LIMIT_CLASSES_SHOPS_USERS", "anna,ben"),
                        300))
                .withMapping(RateLimitConfig.class)
                .build()
                .getConfigMapping(RateLimitConfig.class);

        assertThat(config.classes()).containsOnlyKeys("shops");
        assertThat(config.classes().get("shops").jobs()).isEqualTo(100);
        assertThat(config.classes().get("shops").period()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.classes().get("shops").users()).isEqualTo(Set.of("anna", "ben"));
    }

    @ParameterizedTest
    @CsvSource({
        "paragon.rate-limit.jobs, 0, at least 1 job",
        "paragon.rate-limit.period, 500ms, whole seconds",
        "paragon.rate-limit.batch-files, 0, paragon.rate-limit.batch-files=0",
        "paragon.rate-limit.batch-period, 1500ms, paragon.rate-limit.batch-period",
        "paragon.rate-limit.classes.b.period, 1500ms, paragon.rate-limit.classes.b.period",
        "paragon.rate-limit.classes.b.users, anna, the user anna is in",
        "paragon.rate-limit.classes.\"a b\".jobs, 1, a class is named",
        "paragon.rate-limit.classes.default.jobs, 1, everybody else"
    })
    void shouldRefuseWhatIsNoLimit(String key, String value, String why) {
        // given
        Map<String, String> settings = new java.util.HashMap<>(Map.of(
                "paragon.rate-limit.classes.a.jobs", "1",
                "paragon.rate-limit.classes.a.users", "anna",
                "paragon.rate-limit.classes.b.jobs", "1",
                "paragon.rate-limit.classes.b.users", "ben",
                "paragon.rate-limit.classes.default.users", "carl",
                "paragon.rate-limit.classes.\"a b\".users", "dora"));
        settings.keySet()
                .removeIf(other -> !key.startsWith("paragon.rate-limit.classes.default") && other.contains("default"));
        settings.keySet().removeIf(other -> !key.contains("a b") && other.contains("a b"));
        settings.put(key, value);

        // when, then
        assertThatThrownBy(() -> new Policies(Defaults.with(RateLimitConfig.class, settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
