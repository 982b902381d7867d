package pl.paragon.operations.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pl.paragon.operations.terminal.Table.Align;

class TableTest {

    @Test
    void shouldAlignColumnsOfAnyLetters() {
        // given
        Table table =
                new Table(Align.LEFT, Align.RIGHT).row("Żółty ser", "12.50").row("Sól", "2.99");

        // then
        assertThat(table.lines("  ")).containsExactly("  Żółty ser  12.50", "  Sól         2.99");
    }

    @Test
    void shouldLeaveNoSpacesAtTheEndOfALine() {
        assertThat(new Table(Align.LEFT, Align.LEFT)
                        .row("long name", "x")
                        .row("y", "")
                        .lines(""))
                .containsExactly("long name  x", "y");
    }

    @Test
    void shouldNotLetWhatWasReadFromAPictureCommandTheTerminal() {
        assertThat(new Table(Align.LEFT).row("MLEKO\u001b[2J\n").lines("")).containsExactly("MLEKO [2J");
    }

    @Test
    void shouldRefuseACellTooMany() {
        assertThatThrownBy(() -> new Table(Align.LEFT).row("a", "b")).hasMessage("2 cells for 1 columns");
    }
}
