package pl.paragon.api.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class BatchConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        BatchConfig config = Defaults.of(BatchConfig.class);

        assertThat(config.maxFiles()).isEqualTo(200);
        assertThat(config.maxSize().asLongValue()).isEqualTo(256L * 1024 * 1024);
        assertThat(config.maxUnpacked().asLongValue()).isEqualTo(512L * 1024 * 1024);
        assertThat(config.maxRatio()).isEqualTo(200);
        assertThat(config.maxEntries()).isEqualTo(1_000);
        assertThat(config.retention()).isEqualTo(Duration.ofDays(7));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(1));
    }
}
