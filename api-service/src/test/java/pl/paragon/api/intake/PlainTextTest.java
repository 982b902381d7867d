package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

class PlainTextTest {

    @Test
    void shouldSetEachPrintedLineBelowTheOneBeforeIt() {
        // when
        RecognizedText text = PlainText.recognized("SKLEP POD LIPĄ\r\n\n  CHLEB 4,00 A\nSUMA PLN 4,00");

        // then
        Page page = text.pages().getFirst();
        assertThat(text.engine()).isEqualTo("client-text");
        assertThat(page.origin()).isEqualTo(Page.Origin.TEXT_LAYER);
        assertThat(page.lines().stream().map(TextLine::text))
                .containsExactly("SKLEP POD LIPĄ", "CHLEB 4,00 A", "SUMA PLN 4,00");
        assertThat(page.lines().stream().map(line -> line.quad().bounds().y())).containsExactly(42, 126, 168);
        assertThat(page.lines().stream().map(line -> line.quad().bounds().x())).containsExactly(16, 48, 16);
        assertThat(page.lines()).allSatisfy(line -> assertThat(
                        line.quad().bounds().x() + line.quad().bounds().w())
                .isLessThan(page.width()));
    }

    @Test
    void shouldMakeAPageOfNothing() {
        assertThat(PlainText.recognized(" \n").pages().getFirst().lines()).isEmpty();
    }
}
