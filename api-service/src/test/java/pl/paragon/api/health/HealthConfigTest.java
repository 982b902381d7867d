package pl.paragon.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class HealthConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        HealthConfig config = Defaults.of(HealthConfig.class);

        assertThat(config.workerAliveFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.brokerProbeEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.brokerTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.backlogProbeEvery()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.backlogPatience()).isEqualTo(Duration.ofMinutes(3));
    }
}
