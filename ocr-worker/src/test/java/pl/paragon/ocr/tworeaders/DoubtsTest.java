package pl.paragon.ocr.tworeaders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.ocr.line.LineReading;

class DoubtsTest {

    @Test
    void shouldAskAboutALineWithACharacterInDoubtOnly() {
        assertThat(Doubts.among(List.of(line("MASŁO", 0.99, 0.95), line("MLEK0", 0.9, 0.5))))
                .containsExactly(1);
    }

    @Test
    void shouldNotAskAboutAPieceTooShortForContext() {
        assertThat(Doubts.among(List.of(line("A0", 0.7, 0.5)))).isEmpty();
    }

    @Test
    void shouldNotAskAboutWhatIsNoPrint() {
        assertThat(Doubts.among(List.of(line("|/-_~", 0.3, 0.2)))).isEmpty();
    }

    @Test
    void shouldAskAboutTheLeastSureOfMany() {
        // given
        List<LineReading> readings = new ArrayList<>(Collections.nCopies(20, line("CHLEB", 0.9, 0.5)));
        readings.add(line("CH1EB", 0.6, 0.5));

        // when / then
        assertThat(Doubts.among(readings)).hasSize(8).contains(20);
    }

    private static LineReading line(String text, double confidence, double leastSure) {
        return new LineReading(
                text, confidence, List.of(new Symbol(0.5, List.of(new Candidate(text.substring(0, 1), leastSure)))));
    }
}
