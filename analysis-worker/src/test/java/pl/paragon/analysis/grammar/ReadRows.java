package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import pl.paragon.analysis.PrintedText;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

/** Rows of print as the grammar reads them, on one day. */
final class ReadRows {

    private static final GrammarEngine ENGINE =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    private ReadRows() {}

    /** @param rows as {@link PrintedText} takes them */
    static ReceiptAnalysis analyze(String... rows) {
        return analyze(PrintedText.of(rows));
    }

    static ReceiptAnalysis analyze(RecognizedText text) {
        return ENGINE.analyze(text).receipt();
    }

    static void assertProved(ReceiptAnalysis receipt, String total, String... nets) {
        assertThat(receipt.totalAmount()).isEqualTo(Money.of(total));
        assertThat(receipt.items())
                .extracting(Item::netPrice)
                .containsExactlyElementsOf(List.of(nets).stream().map(Money::of).toList());
        assertThat(receipt.verification().verdict())
                .as(receipt.verification().toString())
                .isEqualTo(Verdict.PROVED);
    }
}
