package pl.paragon.benchmarks.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void shouldCompareEachReceiptWithItselfInReceiptsTime() {
        // given: a small receipt, two usual ones, a large one
        List<Duration> alone = seconds(1, 2, 2, 8);

        // when
        Delays delays = new Delays(alone, seconds(2, 8, 2, 9));

        // then
        assertThat(delays.alone()).isEqualTo(Duration.ofSeconds(2));
        assertThat(delays.longest()).isEqualTo(3);
        assertThat(delays.median()).isEqualTo(0.5);
    }

    private static List<Duration> seconds(long... each) {
        return Arrays.stream(each).mapToObj(Duration::ofSeconds).toList();
    }
}
