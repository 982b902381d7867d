package pl.paragon.analysis.empty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.contracts.receipt.Verification.Verdict;

class EmptyEngineTest {

    private final EmptyEngine engine = new EmptyEngine();

    @Test
    void shouldTakeNothingFromAReceiptAndSaySo() {
        // when
        Analyzed analyzed = engine.analyze(PrintedText.of("PARAGON FISKALNY", "SUMA PLN 1,00"));

        // then
        assertThat(analyzed.text()).isEqualTo("PARAGON FISKALNY\nSUMA PLN 1,00");
        assertThat(analyzed.receipt().totalAmount()).isNull();
        assertThat(analyzed.receipt().items()).isEmpty();
        assertThat(analyzed.receipt().engine()).isEqualTo("empty");
        assertThat(analyzed.receipt().verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(analyzed.receipt().verification().warnings())
                .singleElement()
                .asString()
                .contains("paragon.analysis.engine=empty");
    }

    @Test
    void shouldRefuseWhatNoEngineTakes() {
        // given
        String[] rows =
                Collections.nCopies(TextLimits.MOST_LINES_OF_A_PAGE + 1, "1,00").toArray(String[]::new);

        // then
        assertThatThrownBy(() -> engine.analyze(PrintedText.of(rows))).isInstanceOf(TextTooLongException.class);
    }
}
