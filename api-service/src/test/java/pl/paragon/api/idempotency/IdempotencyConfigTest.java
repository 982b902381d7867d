package pl.paragon.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class IdempotencyConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        IdempotencyConfig config = Defaults.of(IdempotencyConfig.class);

        assertThat(config.retention()).isEqualTo(Duration.ofHours(24));
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }
}
