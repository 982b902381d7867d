package pl.paragon.ocr.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintSizeTest {

    @Test
    void shouldMeasureTheMedianAndTheLowestButATenth() {
        // given two specks among twenty lines
        List<LineBox> lines = lines(IntStream.rangeClosed(1, 20).toArray());

        // then
        assertThat(PrintSize.of(lines)).isEqualTo(new PrintSize(11, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 14, true",
        "40, 30, true",
        "15, 15, false", // print as small as this is missed here and there
        "25, 13, false", // small print among large
    })
    void shouldSayWhetherTheDetectorMayHaveMissedLines(double median, double lowest, boolean enough) {
        assertThat(new PrintSize(median, lowest).isLargeEnough()).isEqualTo(enough);
    }

    @Test
    void shouldLookCloserIfNothingIsFound() {
        assertThat(PrintSize.of(List.of()).isLargeEnough()).isFalse();
    }

    private static List<LineBox> lines(int... heights) {
        return Arrays.stream(heights)
                .mapToObj(height -> new LineBox(100, 100, 200, height, 0))
                .toList();
    }
}
