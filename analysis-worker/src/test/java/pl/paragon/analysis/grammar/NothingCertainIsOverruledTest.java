package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.presentation.Representation;
import org.assertj.core.presentation.StandardRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.analysis.grammar.Contradictions.Contradiction;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** What is clearly printed stands, even if everything else on the receipt says otherwise. */
class NothingCertainIsOverruledTest {

    private static final Representation WHOLE = new StandardRepresentation() {
        @Override
        public String toStringOf(Object object) {
            return object instanceof List<?> list
                    ? list.size() + ":\n" + list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                    : super.toStringOf(object);
        }
    };

    @ParameterizedTest
    @MethodSource("layouts")
    void shouldProveWhatDoesNotContradictItself(String layout) {
        // when
        ReceiptAnalysis receipt = ReadRows.analyze(Contradictions.right(layout));

        // then
        assertThat(receipt.verification().verdict())
                .as(receipt.verification().toString())
                .isEqualTo(Verdict.PROVED);
    }

    static Stream<String> layouts() {
        return Contradictions.LAYOUTS.keySet().stream();
    }

    @Test
    void shouldDrawEnoughContradictions() {
        assertThat(Contradictions.all()).hasSizeGreaterThan(300);
    }

    @Test
    void shouldProveNoReceiptThatClearlyContradictsItself() {
        // when
        List<String> proved = new ArrayList<>();
        for (Contradiction drawn : Contradictions.all()) {
            ReceiptAnalysis receipt = ReadRows.analyze(drawn.rows());
            if (receipt.verification().verdict() == Verdict.PROVED) {
                proved.add(drawn.toString());
            }
        }

        // then
        assertThat(proved).withRepresentation(WHOLE).isEmpty();
    }

    @Test
    void shouldNameTheDifference() {
        // when
        List<String> unnamed = new ArrayList<>();
        for (Contradiction drawn : Contradictions.all()) {
            ReceiptAnalysis receipt = ReadRows.analyze(drawn.rows());
            if (receipt.verification().verdict() != Verdict.IN_DOUBT || !names(receipt, drawn)) {
                unnamed.add(drawn + " " + receipt.verification().verdict());
            }
        }

        // then
        assertThat(unnamed).withRepresentation(WHOLE).isEmpty();
    }

    /** Some equation that fails, or some warning, is about the row of the wrong figure. */
    private static boolean names(ReceiptAnalysis receipt, Contradiction drawn) {
        boolean fails = receipt.verification().checks().stream()
                .filter(check -> check.holds() == Holds.NO)
                .map(Check::lines)
                .anyMatch(lines -> lines.contains(drawn.row()));
        return fails
                || receipt.verification().warnings().stream()
                        .anyMatch(warning -> warning.contains("wiersz " + drawn.row())
                                || warning.contains("wierszu " + drawn.row()));
    }
}
