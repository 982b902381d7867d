package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

/** Receipts with other papers beside them, and receipts photographed in parts. */
class PapersAndPartsTest {

    private static final RecognizedText SLIP = PrintedText.of(
            "POLSKIE PŁATNOŚCI",
            "Terminal|12345678",
            "2026-02-03 10:11",
            "SPRZEDAŻ",
            "VISA CREDIT",
            "KWOTA|31,89 PLN",
            "PIN ZGODNY",
            "Kod autoryzacji|483921");

    private final GrammarEngine engine =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldReadAReceiptWithACardSlipOnEitherSideAsIfItLayAlone() {
        // given
        Analyzed alone = engine.analyze(ReceiptFixtures.fiscal());

        // when
        Analyzed left = engine.analyze(PrintedText.beside(ReceiptFixtures.fiscal(), SLIP));
        Analyzed right = engine.analyze(PrintedText.beside(SLIP, ReceiptFixtures.fiscal()));

        // then
        assertThat(left).isEqualTo(alone);
        assertThat(right.text()).isEqualTo(alone.text());
        assertThat(right.receipt().verification()).isEqualTo(alone.receipt().verification());
        assertThat(right.receipt().date()).isEqualTo(alone.receipt().date());
        assertThat(right.receipt().store()).isEqualTo(alone.receipt().store());
    }

    @Test
    void shouldReadAReceiptInTwoOverlappingPartsAsOne() {
        // given
        String[] rows = ReceiptFixtures.fiscalRows();
        RecognizedText parts =
                PrintedText.pages(List.of(Arrays.copyOfRange(rows, 0, 9), Arrays.copyOfRange(rows, 5, rows.length)));

        // when
        Analyzed analyzed = engine.analyze(parts);

        // then
        assertThat(analyzed.text()).isEqualTo(String.join("\n", rows).replace('|', ' '));
        assertThat(analyzed.receipt().verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(analyzed.receipt().items())
                .hasSameSizeAs(
                        engine.analyze(ReceiptFixtures.fiscal()).receipt().items());
    }

    @Test
    void shouldReadAReceiptInPartsThatDoNotOverlap() {
        // given
        String[] rows = ReceiptFixtures.fiscalRows();
        RecognizedText parts =
                PrintedText.pages(List.of(Arrays.copyOfRange(rows, 0, 7), Arrays.copyOfRange(rows, 7, rows.length)));

        // then
        assertThat(engine.analyze(parts).receipt().verification().verdict()).isEqualTo(Verdict.PROVED);
    }
}
