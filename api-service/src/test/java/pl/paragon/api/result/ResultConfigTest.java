package pl.paragon.api.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;
import pl.paragon.api.persistence.PersistenceConfig;

class ResultConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        PersistenceConfig persistence = Defaults.of(PersistenceConfig.class);

        assertThat(Defaults.of(ResultConfig.class).cacheSize().asLongValue()).isEqualTo(16 << 20);
        assertThat(persistence.url()).isEqualTo(URI.create("http://localhost:8003"));
        assertThat(persistence.timeout()).isEqualTo(Duration.ofSeconds(2));
    }
}
