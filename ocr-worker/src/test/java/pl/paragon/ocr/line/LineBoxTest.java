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

    @ParameterizedTest
    @CsvSource({"90, 170, 30, 90", "180, 170, 80, 180", "270, 30, 70, 270"})
    void shouldStandWhereItStoodBeforeThePictureWasTurned(int degrees, float x, float y, float angle) {
        // given a picture of 200 × 100, turned so that print that runs along these degrees runs to the right
        LineBox inTurned = degrees == 180 ? new LineBox(30, 20, 40, 10, 0) : new LineBox(30, 30, 40, 10, 0);

        // then
        assertThat(inTurned.turnedBack(degrees, 200, 100)).isEqualTo(new LineBox(x, y, 40, 10, angle));
    }

    @Test
    void shouldMeasureFromItsWholeLength() {
        LineBox line = new LineBox(50, 50, 100, 10, 90);

        assertThat(line.distance(new LineBox(53, 90, 5, 5, 0))).isEqualTo(3, within(0.01));
        assertThat(line.distance(new LineBox(50, 104, 5, 5, 0))).isEqualTo(4, within(0.01));
    }
}
