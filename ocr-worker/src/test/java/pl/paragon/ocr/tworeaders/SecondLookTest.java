package pl.paragon.ocr.tworeaders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.Witness;
import pl.paragon.ocr.line.LineReading;

class SecondLookTest {

    @Test
    void shouldNotReadASureLineAgain() {
        assertThat(SecondLook.isNeeded(line("MASŁO", 0.99, 0.75))).isFalse();
        assertThat(SecondLook.isNeeded(line("1,99", 0.99, 0.96))).isFalse();
    }

    @Test
    void shouldReadALineAgainOfWhichOneCharacterIsInDoubt() {
        assertThat(SecondLook.isNeeded(line("MLEK0", 0.98, 0.65))).isTrue();
    }

    @Test
    void shouldBeSurerOfNumbersThanOfLetters() {
        assertThat(SecondLook.isNeeded(line("64.50", 0.98, 0.93))).isTrue();
        assertThat(SecondLook.isNeeded(line("/04", 0.98, 0.93))).isTrue();
        assertThat(SecondLook.isNeeded(line("MASŁO", 0.98, 0.93))).isFalse();
    }

    @Test
    void shouldReadALineAgainThatIsInDoubtAsAWhole() {
        assertThat(SecondLook.isNeeded(line("CHLEB", 0.96, 0.9))).isTrue();
    }

    @Test
    void shouldReadALineAgainInWhichACharacterMayHaveBeenMissed() {
        // given
        Symbol gap = new Symbol(0.5, List.of(new Candidate("", 0.6), new Candidate("1", 0.4)));

        // when / then
        assertThat(SecondLook.isNeeded(new LineReading("1,99", 0.99, List.of(gap))))
                .isTrue();
    }

    @Test
    void shouldReadALineAgainInWhichNothingWasSeen() {
        assertThat(SecondLook.isNeeded(new LineReading("", 0, List.of()))).isTrue();
    }

    @Test
    void shouldTakeTheFullReadingAndHaveTheNarrowOneAsAWitness() {
        // given
        LineReading full = line("MLEKO 3,2%", 0.98, 0.96);

        // when
        LineReading merged = SecondLook.merged(line("MLEK0 3,2%", 0.91, 0.6), full);

        // then
        assertThat(merged.text()).isEqualTo("MLEKO 3,2%");
        assertThat(merged.confidence()).isEqualTo(0.98);
        assertThat(merged.symbols()).isEqualTo(full.symbols());
        assertThat(merged.witnesses()).containsExactly(new Witness("narrow", "MLEK0 3,2%", 0.91));
    }

    @Test
    void shouldHaveNoWitnessThatSawNothing() {
        assertThat(SecondLook.merged(new LineReading("", 0, List.of()), line("A", 0.9, 0.9))
                        .witnesses())
                .isEmpty();
    }

    private static LineReading line(String text, double confidence, double leastSure) {
        return new LineReading(
                text, confidence, List.of(new Symbol(0.5, List.of(new Candidate(text.substring(0, 1), leastSure)))));
    }
}
