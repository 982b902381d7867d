package pl.paragon.persistence.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActionConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        ActionConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ActionConfig.class)
                .build()
                .getConfigMapping(ActionConfig.class);

        assertThat(config.mostJobs()).isEqualTo(10_000);
        assertThat(config.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.atATime()).isEqualTo(20);
        assertThat(config.takenFor()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(30));
    }
}
