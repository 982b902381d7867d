package pl.paragon.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Defaults;

class V2ConfigTest {

    @Test
    void shouldWaitAsLongAsThePredecessor() {
        V2Config config = Defaults.of(V2Config.class);

        assertThat(config.ocrTimeout()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.analysisTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.batchTimeout()).isEqualTo(Duration.ofMinutes(10));
    }
}
