package pl.paragon.analysis.proof;

import java.util.List;
import java.util.Objects;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.proof.Reconciler.Choice;
import pl.paragon.analysis.proof.Reconciler.Closing;
import pl.paragon.analysis.proof.closing.Deposits;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.analysis.proof.line.Outcome;
import pl.paragon.analysis.proof.line.SumSolver;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.contracts.proof.Equation;
import pl.paragon.contracts.proof.Equations;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Verification;
import pl.paragon.contracts.receipt.Verification.Verdict;

/** Forms every equation that the receipt's figures allow, and the verdict that follows. */
final class Checks {

    private final Draft draft;
    private final List<Outcome> outcomes;
    private final Totals totals;
    private final Equations equations = new Equations();
    private final GoodsEquations goods;
    private final ClosingEquations closing;

    Checks(
            Draft draft,
            List<Outcome> outcomes,
            List<List<DraftDiscount>> discounts,
            Totals totals,
            Deposits deposits,
            long loose) {
        this.draft = draft;
        this.outcomes = outcomes;
        this.totals = totals;
        this.goods = new GoodsEquations(equations, draft, outcomes, discounts, totals, loose);
        this.closing = new ClosingEquations(equations, draft, totals, deposits);
    }

    Verification verification(Choice choice) {
        goods.form();
        closing.form();
        return new Verification(verdict(choice), equations.checks(), equations.warnings());
    }

    private Verdict verdict(Choice choice) {
        boolean fails = !equations.failing().isEmpty();
        boolean illegible = totals.total() == null
                || !draft.unreadable().isEmpty()
                || outcomes.isEmpty()
                || outcomes.stream().anyMatch(Objects::isNull);
        if (fails || illegible) {
            return doubt();
        }
        boolean closed = choice.closes() != Closing.NOT && choice.clear();
        boolean everyDiscountPlaced = draft.discounts().stream().allMatch(DraftDiscount::sure);
        boolean nothingLeftOver = draft.strayAmounts().isEmpty();
        boolean solid = outcomes.stream().noneMatch(Outcome::weak);
        return closed && solid && everyDiscountPlaced && nothingLeftOver && !closing.isContested() && totalConfirmed()
                ? Verdict.PROVED
                : Verdict.CONSISTENT;
    }

    /**
     * The total stands on a second leg: the tax table with a tax that follows from its sales; or what was paid, and
     * then no row that merely repeats the total may have passed for goods.
     */
    private boolean totalConfirmed() {
        if (totals.margin() < SumSolver.CLEAR) {
            return false;
        }
        boolean table =
                totals.grossSumsToTotal() == Holds.YES && totals.taxHolds().containsValue(Holds.YES);
        if (table && totals.cost() <= Reconciler.MOST_TABLE_COST) {
            return true;
        }
        boolean repeated = outcomes.stream()
                .anyMatch(o -> o.net() == totals.total() && o.line().holds() != Holds.YES);
        return equations.holds(Equation.PAYMENTS_COVER_AMOUNT_DUE) && !repeated;
    }

    private Verdict doubt() {
        equations.warnOfDoubt();
        draft.unreadable().stream()
                .limit(Equations.MOST_NAMED)
                .map(Checks::unreadable)
                .forEach(equations::warn);
        return Verdict.IN_DOUBT;
    }

    private static String unreadable(Trace row) {
        return "W wierszu %d stoi liczba, która nie jest żadną kwotą: „%s”.".formatted(row.row(), row.text());
    }
}
