package pl.paragon.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;

class BarTest {

    private static final OptionalDouble HALF = OptionalDouble.of(0.5);

    @Test
    void shouldCompareWithTheReference() {
        assertThat(new Bar.AtMostTimes(0.5).judge(10, HALF)).isEqualTo(Verdict.REACHED);
        assertThat(new Bar.AtMostTimes(0.4).judge(10, HALF)).isEqualTo(Verdict.MISSED);
        assertThat(new Bar.AtLeastTimes(0.5).judge(10, HALF)).isEqualTo(Verdict.REACHED);
        assertThat(new Bar.AtLeastTimes(3).judge(10, HALF)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void shouldLeaveARatioOpenWithoutAReference() {
        assertThat(new Bar.AtMostTimes(1).judge(10, OptionalDouble.empty())).isEqualTo(Verdict.OPEN);
        assertThat(new Bar.AtLeastTimes(1).judge(10, OptionalDouble.empty())).isEqualTo(Verdict.OPEN);
    }

    @Test
    void shouldJudgeWhatNeedsNoReference() {
        assertThat(new Bar.AtLeast(80).judge(80, OptionalDouble.empty())).isEqualTo(Verdict.REACHED);
        assertThat(new Bar.AtLeast(80).judge(79, HALF)).isEqualTo(Verdict.MISSED);
        assertThat(new Bar.AtMost(40).judge(40, OptionalDouble.empty())).isEqualTo(Verdict.REACHED);
        assertThat(new Bar.AtMost(40).judge(41, HALF)).isEqualTo(Verdict.MISSED);
        assertThat(new Bar.None().judge(79, HALF)).isEqualTo(Verdict.OPEN);
    }
}
