package pl.paragon.ocr.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Symbol;

class CtcDecoderTest {

    /** Classes: 0 nothing, 1 'O', 2 '0', 3 ','. */
    private final CtcDecoder decoder = new CtcDecoder("O0,");

    @Test
    void shouldTakeARunOfOneClassForOneCharacterAndTwoRunsWithAGapForTwo() {
        // when
        LineReading reading = decode(row(0.1, 0.9, 0, 0), row(0.2, 0.8, 0, 0), row(1, 0, 0, 0), row(0, 1, 0, 0));

        // then
        assertThat(reading.text()).isEqualTo("OO");
        assertThat(reading.confidence()).isEqualTo(0.95);
        assertThat(reading.symbols()).extracting(Symbol::at).containsExactly(0.125, 0.875);
    }

    @Test
    void shouldGiveWhatElseACharacterMayBe() {
        // when
        LineReading reading = decode(row(0, 0.55, 0.445, 0.005));

        // then
        assertThat(reading.symbols()).hasSize(1);
        assertThat(reading.symbols().getFirst().candidates())
                .containsExactly(new Candidate("O", 0.55), new Candidate("0", 0.445));
    }

    @Test
    void shouldSayThatOneOfTwoTouchingCharactersMayBeNothing() {
        // given O that turns into 0 without a gap: two characters, or one that is hard to tell
        LineReading reading = decode(row(0, 0.6, 0.4, 0), row(0, 0.3, 0.7, 0));

        // then
        assertThat(reading.text()).isEqualTo("O0");
        assertThat(reading.symbols().get(0).candidates()).contains(new Candidate("", 0.4));
        assertThat(reading.symbols().get(1).candidates()).contains(new Candidate("", 0.3));
    }

    @Test
    void shouldTellOfACharacterThatMayHaveBeenMissed() {
        // when
        LineReading reading =
                decode(row(0, 1, 0, 0), row(1, 0, 0, 0), row(0.7, 0, 0, 0.3), row(1, 0, 0, 0), row(0, 0, 1, 0));

        // then
        assertThat(reading.text()).isEqualTo("O0");
        assertThat(reading.symbols()).hasSize(3);
        assertThat(reading.symbols().get(1).candidates())
                .isEqualTo(List.of(new Candidate("", 0.7), new Candidate(",", 0.3)));
    }

    @Test
    void shouldNotTakeTheFadingOfACharacterForAnother() {
        // when
        LineReading reading = decode(row(0, 1, 0, 0), row(0.6, 0.4, 0, 0), row(1, 0, 0, 0));

        // then
        assertThat(reading.symbols()).hasSize(1);
    }

    @Test
    void shouldReadNothingWhereNothingStands() {
        // when
        LineReading reading = decode(row(1, 0, 0, 0), row(0.99, 0.01, 0, 0));

        // then
        assertThat(reading.text()).isEmpty();
        assertThat(reading.confidence()).isZero();
        assertThat(reading.symbols()).isEmpty();
    }

    private LineReading decode(double[]... rows) {
        FloatBuffer values = FloatBuffer.allocate(rows.length * 4);
        for (double[] row : rows) {
            for (double p : row) {
                values.put((float) p);
            }
        }
        return decoder.decode(values.flip(), 0, rows.length, rows.length);
    }

    private static double[] row(double... p) {
        return p;
    }
}
