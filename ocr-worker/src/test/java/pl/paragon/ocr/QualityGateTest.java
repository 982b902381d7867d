package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.worker.stage.StageException;

class QualityGateTest {

    private static final int LIGHT = 220;
    private static final int DARK = 40;
    private static final int LARGE = 1500;
    private static final int SMALL = 250;

    private final QualityGate gate = new QualityGate(Configs.defaults().quality());

    @Test
    void shouldPassAReceiptThatWasReadHoweverDarkAndSmallItIs() {
        assertThatCode(() -> check("SUMA PLN 26,77", 0.9, DARK, SMALL)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseATextOfNextToNoCharacters() {
        assertRefused("SUMA 12,3", 0.9, LIGHT, LARGE, ErrorCode.TEXT_TOO_SHORT);
    }

    @Test
    void shouldCountNoSpaces() {
        assertRefused("a  b  c  d  e", 0.9, LIGHT, LARGE, ErrorCode.TEXT_TOO_SHORT);
    }

    @Test
    void shouldRefuseATextThatTheReaderDoesNotBelieve() {
        assertRefused("Ka wy ESI a EEE FLnzazi", 0.2, LIGHT, LARGE, ErrorCode.ILLEGIBLE);
    }

    @Test
    void shouldBlameTheDarkWhereReadingFailed() {
        assertRefused("", 0, DARK, LARGE, ErrorCode.IMAGE_TOO_DARK);
        assertRefused("Ka wy ESI a EEE FLnzazi", 0.2, DARK, LARGE, ErrorCode.IMAGE_TOO_DARK);
    }

    @Test
    void shouldBlameTheSizeWhereReadingFailed() {
        assertRefused("", 0, LIGHT, SMALL, ErrorCode.IMAGE_TOO_SMALL);
    }

    @Test
    void shouldBlameWhatCouldNotBeReadInTheFileBeforeThePicture() {
        for (String rest : List.of("", "Twój paragon z zakupów w załączniku", "Ka wy ESI a EEE FLnzazi")) {
            assertThatThrownBy(() -> check(rest, 0.2, DARK, SMALL, Optional.of(ErrorCode.PDF_IMAGE_UNREADABLE)))
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> Assertions.assertThat(e.error().code()).isEqualTo(ErrorCode.PDF_IMAGE_UNREADABLE));
        }
    }

    @Test
    void shouldPassAReceiptBesideSomethingThatCouldNotBeRead() {
        assertThatCode(() -> check("SUMA PLN 26,77", 0.9, LIGHT, LARGE, Optional.of(ErrorCode.PDF_IMAGE_UNREADABLE)))
                .doesNotThrowAnyException();
    }

    private void check(String text, double confidence, int brightness, int side) {
        check(text, confidence, brightness, side, Optional.empty());
    }

    private void check(String text, double confidence, int brightness, int side, Optional<ErrorCode> fault) {
        TextLine line =
                new TextLine(Quad.of(new Box(0, 0, 100, 20)), text, confidence, List.of(), List.of(), List.of());
        Page page = new Page(1, side, side, Page.Origin.PICTURE, brightness, List.of(line));
        gate.check(new RecognizedText("tesseract", List.of(page)), fault);
    }

    private void assertRefused(String text, double confidence, int brightness, int side, ErrorCode code) {
        AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(() -> check(text, confidence, brightness, side));
        thrown.isInstanceOfSatisfying(
                StageException.class,
                e -> Assertions.assertThat(e.error().code()).isEqualTo(code));
    }
}
