package pl.paragon.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void shouldSayHowMuchIsGainedInAHundred() {
        assertThat(Trend.per100(new double[] {100, 200, 300}, new double[] {50, 54, 58}))
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void shouldSeeNoTrendInWhatGoesUpAndDown() {
        assertThat(Trend.per100(new double[] {0, 100, 200, 300}, new double[] {5, 7, 7, 5}))
                .isCloseTo(0, within(1e-9));
    }
}
