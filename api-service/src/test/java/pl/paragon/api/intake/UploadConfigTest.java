package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class UploadConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        UploadConfig config = Defaults.of(UploadConfig.class);

        assertThat(config.maxFileSize().asLongValue()).isEqualTo(10 * 1024 * 1024);
        assertThat(config.maxFormSize().asLongValue()).isEqualTo(64 * 1024);
        assertThat(config.maxDiscarded().asLongValue()).isEqualTo(64 * 1024 * 1024);
        assertThat(config.maxDiscarding()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }
}
