package pl.paragon.contracts.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Item;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * What the equations say of a receipt that somebody has corrected. Nobody gets a better verdict by leaving out what
 * speaks against it: an equation that could be formed over the reading, and over the correction no longer can, counts
 * as unknown, and so do doubts of the reader that no equation shows (an amount that no line accounts for, a second
 * reading as likely). Such a receipt is consistent at best.
 */
public final class CorrectedProof {

    /** They exist only where something is wrong: their absence is no loss. */
    private static final Set<Equation> ONLY_FAILING =
            Set.of(Equation.DISCOUNT_WITHIN_LINE, Equation.TOTAL_PRINTED_AGAIN);

    private CorrectedProof() {}

    /**
     * @param reading as it was read, which tells what is printed beside the fields of a receipt
     * @param ocrText of the reading
     */
    public static Verification of(ReceiptAnalysis corrected, ReceiptAnalysis reading, String ocrText) {
        Figures figures = new Figures(corrected);
        Figures read = new Figures(reading);
        if (figures.sameAs(read)) {
            return reading.verification();
        }
        Equations equations = new ReceiptEquations(corrected, reading, ocrText).form();
        List<Check> lost = lost(equations, figures, read);
        Verdict verdict = verdict(figures, equations.checks());
        if (verdict == Verdict.IN_DOUBT) {
            equations.warnOfDoubt();
        }
        boolean doubted = reading.verification()
                        .verdict()
                        .compareTo(verdict(read, reading.verification().checks()))
                > 0;
        if (verdict == Verdict.PROVED && (doubted || !lost.isEmpty())) {
            verdict = Verdict.CONSISTENT;
        }
        return new Verification(
                verdict,
                Stream.concat(equations.checks().stream(), lost.stream()).toList(),
                Stream.concat(
                                equations.warnings().stream(),
                                reading.verification().warnings().stream()
                                        .filter(warning -> !Equations.isOfEquations(warning)))
                        .toList());
    }

    /** What follows from the checks alone. */
    static Verdict verdict(Figures figures, List<Check> checks) {
        boolean fails = checks.stream().anyMatch(check -> check.holds() == Holds.NO);
        if (fails || figures.total() == null || !figures.everyLineIsLegible()) {
            return Verdict.IN_DOUBT;
        }
        return holds(checks, Equation.ITEMS_SUM_TO_TOTAL) && isTotalConfirmed(figures, checks)
                ? Verdict.PROVED
                : Verdict.CONSISTENT;
    }

    /** By the tax table with a tax that follows from its sales; or by what was paid, if no line repeats the total. */
    private static boolean isTotalConfirmed(Figures figures, List<Check> checks) {
        if (holds(checks, Equation.SALES_SUM_TO_TOTAL) && holds(checks, Equation.TAX_OF_SALES_)) {
            return true;
        }
        boolean repeated =
                figures.sold().stream().anyMatch(item -> Figures.net(item) == figures.total() && !isProduct(item));
        return holds(checks, Equation.PAYMENTS_COVER_AMOUNT_DUE) && !repeated;
    }

    private static boolean isProduct(Item item) {
        return item.quantity() != null
                && item.unitPrice() != null
                && Arithmetic.product(
                                Figures.thousandths(item.quantity()),
                                item.unitPrice().grosze())
                        == item.totalPrice().grosze();
    }

    private static boolean holds(List<Check> checks, Equation equation) {
        return checks.stream().anyMatch(check -> equation.is(check) && check.holds() == Holds.YES);
    }

    /** One unknown check for each equation that is formed less often than over the reading. */
    private static List<Check> lost(Equations equations, Figures figures, Figures read) {
        List<Check> before = read.receipt().verification().checks();
        List<Check> lost = new ArrayList<>();
        Arrays.stream(Equation.values())
                .filter(equation -> !ONLY_FAILING.contains(equation))
                .filter(equation -> equation == Equation.QUANTITY_TIMES_PRICE
                        ? figures.bareLines() > read.bareLines()
                        : formed(equations.checks(), equation).size()
                                < formed(before, equation).size())
                .forEach(equation -> lost.add(unknown(equation, equations.checks(), before)));
        return lost;
    }

    private static List<Check> formed(List<Check> checks, Equation equation) {
        return checks.stream()
                .filter(check -> equation.is(check) && check.holds() != Holds.UNKNOWN)
                .toList();
    }

    /** By the name and the printed side of one that is missing. */
    private static Check unknown(Equation equation, List<Check> checks, List<Check> before) {
        return formed(before, equation).stream()
                .filter(old -> formed(checks, equation).stream()
                        .noneMatch(check -> check.name().equals(old.name())))
                .findFirst()
                .map(old -> new Check(old.name(), Holds.UNKNOWN, old.expected(), null, old.lines()))
                .orElseGet(() -> new Check(equation.stem(), Holds.UNKNOWN, null, null, List.of()));
    }
}
