package pl.paragon.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private final Waits waits = new Waits();

    @Test
    void shouldGiveTheMedianAndTheLongestOfThoseThatWereRead() {
        // given
        waits.read(Duration.ofSeconds(4));
        waits.read(Duration.ofSeconds(1));
        waits.read(Duration.ofSeconds(3));
        waits.failed();

        // then
        assertThat(waits.median()).isEqualTo(Duration.ofSeconds(3));
        assertThat(waits.longest()).isEqualTo(Duration.ofSeconds(4));
        assertThat(waits.failures()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheMiddleOfTwo() {
        // given
        waits.read(Duration.ofSeconds(1));
        waits.read(Duration.ofSeconds(2));

        // then
        assertThat(waits.median()).isEqualTo(Duration.ofMillis(1500));
    }
}
