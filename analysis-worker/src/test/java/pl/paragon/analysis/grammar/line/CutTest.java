package pl.paragon.analysis.grammar.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.lexicon.Lexicon;
import pl.paragon.analysis.rows.Piece;
import pl.paragon.analysis.rows.Row;
import pl.paragon.analysis.spelling.Spelling;
import pl.paragon.contracts.text.Box;

class CutTest {

    @Test
    void shouldReadALetterOnceThatTwoOverlappingPiecesShow() {
        // then
        assertThat(printed(piece("BALSAM", 0, 120), piece("M DO RAK", 104, 260)))
                .isEqualTo("BALSAM DO RAK");
        assertThat(printed(piece("KARMA l", 0, 140), piece("DLA KRETA", 126, 300)))
                .isEqualTo("KARMA DLA KRETA");
    }

    @Test
    void shouldKeepLettersOfTheirOwn() {
        // then
        assertThat(printed(piece("WITAMINA", 0, 160), piece("A I E", 190, 280))).isEqualTo("WITAMINA A I E");
        assertThat(printed(piece("SAMOLOT X", 0, 170), piece("DREWNO", 160, 280)))
                .isEqualTo("SAMOLOT X DREWNO");
    }

    @Test
    void shouldReadADigitOnceThatTwoOverlappingPiecesShow() {
        // given
        Row overlapping = Row.of(1, List.of(piece("MYDŁO SZARE 1*4,29= 4,29", 0, 380), piece("9 A", 366, 412)));
        Row apart = Row.of(2, List.of(piece("MYDŁO SZARE 1*4,29= 4,29", 0, 380), piece("9 A", 390, 440)));

        // then
        assertThat(Tail.of(Line.of(overlapping, new Lexicon())).total().grosze())
                .isEqualTo(429);
        assertThat(Tail.of(Line.of(apart, new Lexicon()))).isNull();
    }

    private static String printed(Piece... pieces) {
        Row row = Row.of(1, List.of(pieces));
        return Name.of(row, 0, row.text().length(), Spelling.asRead()).printed();
    }

    private static Piece piece(String text, double left, double right) {
        Box box = new Box((int) left, 0, (int) (right - left), 30);
        return new Piece(
                1,
                text,
                box,
                (left + right) / 2,
                15,
                right - left,
                30,
                0,
                0.99,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
