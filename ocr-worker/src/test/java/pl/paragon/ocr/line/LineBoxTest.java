package pl.paragon.ocr.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineBoxTest {

    @ParameterizedTest
    @CsvSource({"3,0,3", "3,180,183", "-3,180,177", "88,90,88", "88,270,268", "-89,90,91", "-89,270,271"})
    void shouldBeReadInTheDirectionOfThePage(float angle, int direction, float expected) {
        // when
        LineBox box = new LineBox(0, 0, 100, 10, angle).towards(direction);

        // then
        assertThat(box.angle()).isEqualTo(expected, within(0.01f));
        assertThat(box.w()).isEqualTo(100);
    }

    @Test
    void shouldRunWithThePageWhereItIsNextToSquare() {
        // when a single character on a page that lies on its side
        LineBox box = new LineBox(0, 0, 12, 10, 0).towards(90);

        // then
        assertThat(box).isEqualTo(new LineBox(0, 0, 10, 12, 90));
    }

    @Test
    void shouldKeepALongLineThatRunsAcrossThePage() {
        // when
        LineBox box = new LineBox(0, 0, 100, 10, 90).towards(0);

        // then
        assertThat(box.w()).isEqualTo(100);
        assertThat(box.runsAlong(0)).isFalse();
    }

    @Test
    void shouldKnowItsCornersAsItIsRead() {
        assertThat(new LineBox(50, 20, 100, 10, 0).corners()).containsExactly(0, 15, 100, 15, 100, 25, 0, 25);
        assertThat(new LineBox(50, 20, 100, 10, 180).corners())
                .containsExactly(new float[] {100, 25, 0, 25, 0, 15, 100, 15}, within(0.01f));
    }
}
