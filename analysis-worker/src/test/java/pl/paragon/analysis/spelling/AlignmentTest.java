package pl.paragon.analysis.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlignmentTest {

    @Test
    void shouldFindTheOtherReadersCharacterForEach() {
        // then
        assertThat(Alignment.of("Só1240g", "Sól240g")).isEqualTo("Sól240g");
        assertThat(Alignment.of("DŻEM", "DZE M")).isEqualTo("DZEM");
        assertThat(Alignment.of("MASLO", "MSLO")).isEqualTo("M\0SLO");
        assertThat(Alignment.of("RYZ", "")).isEqualTo("\0\0\0");
    }
}
