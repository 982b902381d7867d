package pl.paragon.analysis.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.presentation.Representation;
import org.assertj.core.presentation.StandardRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.grammar.Contradictions.Contradiction;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;

/** What is clearly printed stands, even if everything else on the receipt says otherwise. */
class NothingCertainIsOverruledTest {

    /** A discount or a price that only the sum of the lines speaks for is repaired, too, but no proof. */
    private static final Set<String> REPAIRED = Set.of("line", "sales", "tax", "total", "sum of tax");

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
        assertThat(Contradictions.all()).hasSizeGreaterThan(1_800);
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
            boolean doubted = drawn.abroad()
                    ? receipt.verification().verdict() != Verdict.PROVED
                    : receipt.verification().verdict() == Verdict.IN_DOUBT;
            if (!doubted || !names(receipt, drawn) && !drawn.abroad()) {
                unnamed.add(drawn + " " + receipt.verification().verdict());
            }
        }

        // then
        assertThat(unnamed).withRepresentation(WHOLE).isEmpty();
    }

    /** The printed total is 67,83; a seven was read where an eight stands. */
    static Stream<Arguments> reasons() {
        RecognizedText wrong = PrintedText.of(misread("67,73"));
        return Stream.of(
                arguments("a low probability", PrintedText.doubting(wrong, "67,73", 0.7)),
                arguments("an alternative of the reader", PrintedText.offering(wrong, "67,73", 3, "8", 0.95, 0.04)),
                arguments("a witness that saw another digit", PrintedText.witnessing(wrong, "67,73", "67,83")),
                arguments("a damaged row", PrintedText.damaged(wrong, "67,73", 0.85)),
                arguments(
                        "a digit that may have been passed over",
                        PrintedText.missing(PrintedText.of(misread("6,83")), "6,83", 1, "7", 0.2)),
                arguments(
                        "a digit that may be none",
                        PrintedText.offering(PrintedText.of(misread("671,83")), "671,83", 2, "", 0.8, 0.2)));
    }

    private static String[] misread(String total) {
        return Arrays.stream(Contradictions.right("fiscal"))
                .map(row -> row.startsWith("SUMA PLN") ? "SUMA PLN|" + total : row)
                .toArray(String[]::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void shouldRepairATotalForAReasonInThePicture(String reason, RecognizedText text) {
        // when
        ReceiptAnalysis receipt = ReadRows.analyze(text);

        // then
        assertThat(receipt.totalAmount()).isEqualTo(Money.of("67.83"));
        assertThat(receipt.provenance().get("total_amount").repaired()).isNotNull();
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldNotRepairOneDigitBecauseAnotherIsDoubtful() {
        // given
        RecognizedText text = PrintedText.offering(PrintedText.of(misread("67,73")), "67,73", 4, "8", 0.6, 0.3);

        // then
        assertThat(ReadRows.analyze(text).verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
    }

    /** What each figure that the decoder may change is repaired to, if its reading is unsure. */
    @Test
    void shouldRepairWhatIsUncertainInEveryPlace() {
        // when
        Map<String, Integer> drawn = new TreeMap<>();
        Map<String, Integer> proved = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Contradiction each : Contradictions.all()) {
            if (each.kind().equals("one digit") && REPAIRED.contains(each.place())) {
                RecognizedText text = PrintedText.doubting(PrintedText.of(each.rows()), each.row(), each.print(), 0.6);
                ReceiptAnalysis receipt = ReadRows.analyze(text);
                drawn.merge(each.place(), 1, Integer::sum);
                if (receipt.verification().verdict() == Verdict.PROVED) {
                    proved.merge(each.place(), 1, Integer::sum);
                    ReceiptAnalysis truth = ReadRows.analyze(Contradictions.right(each.layout()));
                    if (!values(receipt).equals(values(truth))) {
                        wrong.add(each.toString());
                    }
                }
            }
        }

        // then
        assertThat(wrong).isEmpty();
        assertThat(REPAIRED).allSatisfy(place -> assertThat(proved.getOrDefault(place, 0))
                .as("%s: proved of %d", place, drawn.get(place))
                .isGreaterThan(drawn.get(place) / 2));
    }

    private static List<Object> values(ReceiptAnalysis receipt) {
        List<Object> values =
                new ArrayList<>(receipt.items().stream().map(Item::netPrice).toList());
        values.add(receipt.totalAmount());
        return values;
    }

    @Test
    void shouldNotTakeALineForOneOfAnotherTaxLetter() {
        // given
        String[] rows = Contradictions.right("fiscal");
        rows[4] = rows[4].replace("10,47C", "10,47A");

        // when
        RecognizedText certain = PrintedText.of(rows);
        RecognizedText unsure = PrintedText.doubting(certain, "A", 0.6);

        // then
        assertThat(ReadRows.analyze(certain).verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(ReadRows.analyze(unsure).verification().verdict()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void shouldNotTakeARateForAnother() {
        // given
        String[] rows = Contradictions.right("fiscal");
        rows[10] = rows[10].replace("23%", "22%");

        // when
        ReceiptAnalysis receipt = ReadRows.analyze(rows);

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(receipt.verification().checks())
                .filteredOn(check -> check.holds() == Holds.NO)
                .extracting(Check::name)
                .contains("tax_of_sales_A");
    }

    /** Some equation that fails, or some warning, is about the row of the wrong figure. */
    private static boolean names(ReceiptAnalysis receipt, Contradiction drawn) {
        boolean fails = receipt.verification().checks().stream()
                .filter(check -> check.holds() == Holds.NO)
                .map(Check::lines)
                .anyMatch(lines -> lines.contains(drawn.row()));
        return fails
                || receipt.verification().warnings().stream()
                        .anyMatch(warning -> warning.matches(".*wiersz[eu]? (\\d+, )*" + drawn.row() + "\\b.*"));
    }
}
