package pl.paragon.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void shouldDoubleUpToHalfAMinute() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(Backoff.USUAL::pause).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
        assertThat(Backoff.USUAL.pause(1_000_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void shouldForgetAfterAMinuteOfGoodHealth() {
        assertThat(Backoff.USUAL.count(7, Duration.ofSeconds(59))).isEqualTo(8);
        assertThat(Backoff.USUAL.count(7, Duration.ofSeconds(60))).isEqualTo(1);
    }
}
