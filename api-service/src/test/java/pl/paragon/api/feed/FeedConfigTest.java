package pl.paragon.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class FeedConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        FeedConfig config = Defaults.of(FeedConfig.class);

        assertThat(config.mostWatches()).isEqualTo(10_000);
        assertThat(config.retryEvery()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.lookAnywayEvery()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
    }
}
