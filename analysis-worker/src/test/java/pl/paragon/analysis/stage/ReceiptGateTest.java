package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.empty.EmptyEngine;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.picture.Cropped;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.worker.stage.StageException;

class ReceiptGateTest {

    private final GrammarEngine engine = new GrammarEngine(Clock.systemUTC());
    private final ReceiptGate gate = new ReceiptGate(10);

    @Test
    void shouldLetAReceiptPass() {
        assertThatCode(() -> gate.check(ReceiptFixtures.fiscal(), engine.analyze(ReceiptFixtures.fiscal())))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldLetWhatNobodyReadOrUnderstoodPass() {
        // given: the print that the engine fixed-text sees
        RecognizedText text = PrintedText.of("PARAGON FISKALNY", "CHLEB 1 x1,00 1,00A", "SUMA PLN 1,00");

        // then
        assertThatCode(() -> gate.check(text, new EmptyEngine().analyze(text))).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseNextToNoText() {
        assertThat(refusal(PrintedText.of("a b", "1"))).isEqualTo(ErrorCode.TEXT_TOO_SHORT);
    }

    @Test
    void shouldRefuseATextThatHasNothingOfAReceipt() {
        assertThat(refusal(PrintedText.of("Uwaga na schodach", "Zakaz wprowadzania psów", "Pilot do telewizora")))
                .isEqualTo(ErrorCode.NOT_A_RECEIPT);
    }

    @Test
    void shouldCallAReceiptWithoutAnyLegibleAmountIllegible() {
        assertThat(refusal(PrintedText.of("PARAGON FISKALNY", "CHLEB", "SUMA PLN")))
                .isEqualTo(ErrorCode.ILLEGIBLE);
    }

    @Test
    void shouldSayThatAReceiptWhoseAmountsLieBehindTheEdgeIsCutOff() {
        assertThat(refusal(
                        Cropped.fromLeft(PrintedText.of("PARAGON FISKALNY", "CHLEB ZWYKLY", "MASLO", "SUMA PLN"), 40)))
                .isEqualTo(ErrorCode.RECEIPT_CUT_OFF);
    }

    @Test
    void shouldRecogniseReceiptKeywordsInAnyCase() {
        assertThat(ReceiptGate.hasReceiptKeywords("Suma 3,50")).isTrue();
        assertThat(ReceiptGate.hasReceiptKeywords("Zakaz wjazdu")).isFalse();
    }

    private ErrorCode refusal(RecognizedText text) {
        return catchThrowableOfType(StageException.class, () -> gate.check(text, engine.analyze(text)))
                .error()
                .code();
    }
}
