package pl.paragon.ocr.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;

class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUMA PLN 26,77 | 1",
                "SUMA PLN 26, 77 | 1",
                "TOTAL 1234.50 | 1",
                "OPUST 12,50- | 1",
                "2026-03-14 | 0",
                "14.03.2026 | 0",
                "godz. 12:34:56 | 0",
                "wersja 1.10.2 | 0",
                "ul. Świętokrzyska 7, 00-123 Łódź | 0"
            })
    void shouldTellAmountsFromOtherNumbers(String text, int amounts) {
        // given
        TextLine line = new TextLine(Quad.of(new Box(0, 0, 100, 20)), text, 1, List.of(), List.of(), List.of());

        // when / then
        assertThat(Amounts.lines(new Page(1, 100, 100, Page.Origin.PICTURE, List.of(line))))
                .isEqualTo(amounts);
    }
}
