package pl.paragon.ocr.tworeaders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.ocr.line.LineBox;
import pl.paragon.ocr.line.LineCutter;
import pl.paragon.ocr.line.LineReading;
import pl.paragon.ocr.reading.StopSignal;

class LooksTest {

    private static final LineBox NAME = box(10);
    private static final LineBox AMOUNT = box(30);
    private static final LineBox TOTAL = box(50);

    private static final LineReading SURE = reading("sure", 0.99);
    private static final LineReading DOUBTFUL = reading("doubtful", 0.5);
    private static final LineReading FULL = reading("full", 0.98);

    private final StopSignal stop = new StopSignal();
    private final List<LineBox> readNarrow = new ArrayList<>();
    private final List<LineBox> readFull = new ArrayList<>();

    @Test
    void shouldReadOnlyDoubtfulLinesAgain() throws Exception {
        // when
        List<LineReading> readings = looks(Map.of(NAME, SURE, AMOUNT, DOUBTFUL, TOTAL, SURE))
                .read(null, List.of(NAME, AMOUNT, TOTAL), Map.of(), stop);

        // then
        assertThat(readFull).containsExactly(AMOUNT);
        assertThat(readings).extracting(LineReading::text).containsExactly("sure", "full", "sure");
        assertThat(readings.get(1).witnesses()).singleElement().satisfies(witness -> assertThat(witness.text())
                .isEqualTo("doubtful"));
    }

    @Test
    void shouldReadNoLineNarrowTwice() throws Exception {
        // when
        List<LineReading> readings = looks(Map.of(NAME, SURE, TOTAL, SURE))
                .read(null, List.of(NAME, AMOUNT, TOTAL), Map.of(AMOUNT, DOUBTFUL), stop);

        // then
        assertThat(readNarrow).containsExactly(NAME, TOTAL);
        assertThat(readFull).containsExactly(AMOUNT);
        assertThat(readings).extracting(LineReading::text).containsExactly("sure", "full", "sure");
    }

    @Test
    void shouldReadEachLineOnceWithoutANarrowReader() throws Exception {
        // given
        Looks looks = new Looks(Optional.empty(), this::full);

        // when
        List<LineReading> readings = looks.read(null, List.of(NAME, AMOUNT), Map.of(NAME, DOUBTFUL), stop);

        // then
        assertThat(readFull).containsExactly(AMOUNT);
        assertThat(readings).containsExactly(DOUBTFUL, FULL);
    }

    private Looks looks(Map<LineBox, LineReading> narrow) {
        return new Looks(
                Optional.of((cutter, boxes, signal) -> {
                    readNarrow.addAll(boxes);
                    return boxes.stream().map(narrow::get).toList();
                }),
                this::full);
    }

    private List<LineReading> full(LineCutter cutter, List<LineBox> boxes, StopSignal signal) {
        readFull.addAll(boxes);
        return boxes.stream().map(box -> FULL).toList();
    }

    private static LineBox box(float cy) {
        return new LineBox(100, cy, 200, 20, 0);
    }

    private static LineReading reading(String text, double p) {
        return new LineReading(text, p, List.of(new Symbol(0.5, List.of(new Candidate(text.substring(0, 1), p)))));
    }
}
