package pl.paragon.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void shouldTakeTheNearestRankForAQuantile() {
        // given: 1 to 200
        Sample sample = Sample.of(
                IntStream.rangeClosed(1, 200).mapToDouble(i -> 201 - i).toArray());

        // then
        assertThat(sample.quantile(0.5)).isEqualTo(100);
        assertThat(sample.quantile(0.99)).isEqualTo(198);
        assertThat(sample.quantile(1)).isEqualTo(200);
    }

    @Test
    void shouldTakeTheOnlyNumberForEachQuantile() {
        assertThat(Sample.of(7).quantile(0.01)).isEqualTo(7);
        assertThat(Sample.of(7).quantile(0.99)).isEqualTo(7);
    }

    @Test
    void shouldHaveItsMedianBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(3, 1, 9).median()).isEqualTo(3);
        assertThat(Sample.of(4, 9, 1, 3).median()).isEqualTo(3.5);
    }

    @Test
    void shouldTellNanosecondsInMilliseconds() {
        assertThat(Sample.ofNanos(2_500_000, 1_500_000).sorted()).containsExactly(1.5, 2.5);
    }

    @Test
    void shouldRefuseToSayAnythingAboutNothing() {
        assertThatThrownBy(Sample::of).hasMessage("nothing was measured");
    }
}
