package pl.paragon.benchmarks.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Bar;

class UploadBarsTest {

    @Test
    void shouldDemandMoreIfNobodyElseTakesTheProcessors() {
        assertThat(UploadBars.of(1, 200_000, false).median()).isEqualTo(new Bar.AtMostTimes(1));
        assertThat(UploadBars.of(1, 200_000, true).slowest()).isEqualTo(new Bar.AtMostTimes(1));
        assertThat(UploadBars.of(8, 500_000, false).median()).isEqualTo(new Bar.AtMostTimes(0.5));
        assertThat(UploadBars.of(8, 100_000, true).slowest()).isEqualTo(new Bar.AtMostTimes(0.8));
    }

    @Test
    void shouldDemandSomethingOfLargeAndOfTinyFiles() {
        assertThat(UploadBars.of(8, 3_000_000, true).median()).isEqualTo(new Bar.AtMostTimes(0.33));
        assertThat(UploadBars.of(16, 100, false).perSecond()).isEqualTo(new Bar.AtLeastTimes(3));
    }

    @Test
    void shouldOnlyShowTheRest() {
        assertThat(UploadBars.of(1, 100, false))
                .isEqualTo(new UploadBars(new Bar.None(), new Bar.None(), new Bar.None()));
        assertThat(UploadBars.of(3, 200_000, false).median()).isEqualTo(new Bar.None());
    }
}
