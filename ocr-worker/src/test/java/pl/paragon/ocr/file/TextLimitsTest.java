package pl.paragon.ocr.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Candidate;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.Symbol;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.worker.stage.StageException;

class TextLimitsTest {

    private final TextLimits limits = new TextLimits(10, 25, 100, 250);

    @Test
    void shouldTakeWhatIsAtItsLimits() {
        List<Page> pages = List.of(page(10, 10), page(10, 10), page(5, 10));

        assertThatCode(() -> limits.check(pages)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"1,11,1", "3,9,1", "1,10,11", "3,8,12"})
    void shouldRefuseTooMuchOnOnePageOrOnAll(int pages, int lines, int characters) {
        // given
        List<Page> read = Collections.nCopies(pages, page(lines, characters));

        // when / then
        assertTooLong(read);
    }

    @Test
    void shouldCountSymbolsOfWhichLittleTextWasMade() {
        // given
        List<Symbol> symbols = Collections.nCopies(101, new Symbol(0.5, List.of(new Candidate("", 1))));
        TextLine line = new TextLine(Quad.of(new Box(0, 0, 1, 1)), "x", 1, List.of(), symbols, List.of());

        // when / then
        assertTooLong(List.of(new Page(1, 1, 1, Page.Origin.PICTURE, List.of(line))));
    }

    private void assertTooLong(List<Page> pages) {
        assertThatThrownBy(() -> limits.check(pages))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(ErrorCode.TEXT_TOO_LONG));
    }

    private static Page page(int lines, int characters) {
        TextLine line =
                new TextLine(Quad.of(new Box(0, 0, 1, 1)), "x".repeat(characters), 1, List.of(), List.of(), List.of());
        return new Page(1, 1, 1, Page.Origin.TEXT_LAYER, Collections.nCopies(lines, line));
    }
}
