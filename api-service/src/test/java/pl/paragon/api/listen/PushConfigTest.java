package pl.paragon.api.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class PushConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        PushConfig config = Defaults.of(PushConfig.class);

        assertThat(config.mostListeners()).isEqualTo(10_000);
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.backlog()).isEqualTo(200);
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(10));
    }
}
