package pl.paragon.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void shouldTellLeastAndMedian() {
        assertThat(new Rounds(new double[] {3, 1, 2}).least()).isEqualTo(1);
        assertThat(new Rounds(new double[] {3, 1, 2}).median()).isEqualTo(2);
        assertThat(new Rounds(new double[] {4, 1, 2, 3}).median()).isEqualTo(2.5);
    }

    @Test
    void shouldAddStagesRoundByRound() {
        assertThat(new Rounds(new double[] {1, 2})
                        .plus(new Rounds(new double[] {3, 5}))
                        .times())
                .containsExactly(4, 7);
    }
}
