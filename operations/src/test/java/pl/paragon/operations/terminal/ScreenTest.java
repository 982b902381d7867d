package pl.paragon.operations.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldDrawNothingThatWouldHaveToBeTakenBackWhereThatCannotBe() {
        // given
        Screen file = screen(false);

        // when
        file.draw(List.of("50 %"));
        file.line("done");

        // then
        assertThat(text()).isEqualTo("done\n");
    }

    @Test
    void shouldDrawInPlaceOnATerminal() {
        // given
        Screen terminal = screen(true);

        // when
        terminal.draw(List.of("a", "b"));
        terminal.draw(List.of("c"));
        terminal.keep();
        terminal.line("done");

        // then
        assertThat(text()).isEqualTo("a\nb\n" + "\u001b[1A\u001b[2K".repeat(2) + "c\n" + "done\n");
    }

    private Screen screen(boolean terminal) {
        return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
