package pl.paragon.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class PausedOcrTest {

    @Test
    void shouldPauseUntilItIsClosed() throws IOException, InterruptedException {
        try (PlayedSystem system = new PlayedSystem()) {
            // when
            try (PausedOcr paused = PausedOcr.at(system.target(Kind.PARAGON))) {
                // then
                assertThat(system.isPaused()).isTrue();
            }
            assertThat(system.isPaused()).isFalse();
        }
    }
}
