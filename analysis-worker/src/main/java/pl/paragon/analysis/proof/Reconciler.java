package pl.paragon.analysis.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.DraftPayment;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.proof.Proof.LineValue;
import pl.paragon.analysis.proof.closing.Deposits;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.analysis.proof.closing.TotalsDecoder;
import pl.paragon.analysis.proof.line.LineOption;
import pl.paragon.analysis.proof.line.Outcome;
import pl.paragon.analysis.proof.line.Outcomes;
import pl.paragon.analysis.proof.line.SumSolver;
import pl.paragon.analysis.proof.line.TaxLetters;
import pl.paragon.contracts.receipt.Holds;

/**
 * Chooses the reading of a draft that its equations prove. Totals first, with the lines' sum and the payments as
 * witnesses; then the lines against the sales of their letters, or against the total where letters are not printed. A
 * solution that is not clearly better than the next one changes nothing: the receipt is then in doubt, not bent.
 */
public final class Reconciler {

    /** A tax table in which more than this was changed proves nothing. */
    static final double MOST_TABLE_COST = 9.5;

    /**
     * A line's own equation is a single witness: its repair must be this much better than taking the line as printed.
     */
    private static final double ALONE = 1.5;

    /**
     * A dearer solution explains nothing: with enough digits changed every sum closes. More likely a line is missing.
     */
    private static final double MOST_COST = 8;

    public Proof reconcile(Draft draft, Checkpoint checkpoint) {
        List<List<DraftDiscount>> discounts = byItem(draft);
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            checkpoint.pass();
            outcomes.add(Outcomes.of(draft.items().get(i), discounts.get(i)));
        }
        long loose = looseDiscounts(draft);
        Totals totals = new TotalsDecoder(draft, witnesses(draft, outcomes, loose), checkpoint).decode();
        loose -= rounding(draft, outcomes, totals.total(), loose);
        Choice choice = choose(draft, outcomes, totals, loose, checkpoint);
        Deposits deposits = Deposits.of(draft, totals.total());
        Checks checks = new Checks(draft, choice.outcomes, discounts, totals, deposits, loose);
        List<LineValue> lines = new ArrayList<>();
        for (int i = 0; i < choice.outcomes.size(); i++) {
            lines.add(value(draft.items().get(i), choice.outcomes.get(i), choice));
        }
        return new Proof(
                lines,
                amounts(draft, discounts, choice.outcomes),
                totals,
                deposits.due(),
                totalRepair(draft, totals),
                checks.verification(choice));
    }

    /**
     * @param outcomes for each line, {@code null} if its value is not legible
     * @param closes whether the lines sum to what they should, and how that was compared
     * @param clear whether no other explanation is nearly as good
     */
    record Choice(List<Outcome> outcomes, Closing closes, boolean clear) {}

    enum Closing {
        BY_LETTER,
        BY_TOTAL,
        NOT
    }

    private static Choice choose(
            Draft draft, List<List<Outcome>> outcomes, Totals totals, long loose, Checkpoint checkpoint) {
        List<Outcome> plain = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            plain.add(alone(draft.items().get(i), outcomes.get(i)));
        }
        boolean legible = outcomes.stream().noneMatch(List::isEmpty) && !outcomes.isEmpty();
        if (!legible || totals.total() == null) {
            return new Choice(plain, Closing.NOT, false);
        }
        boolean lettered = draft.items().stream().noneMatch(i -> i.letters().isEmpty());
        boolean table = totals.grossSumsToTotal() == Holds.YES;
        if (lettered && table && loose == 0) {
            SumSolver.Solution solution = SumSolver.byLetter(outcomes, totals.gross(), checkpoint);
            if (stands(solution)) {
                return new Choice(solution.outcomes(), Closing.BY_LETTER, true);
            }
        }
        SumSolver.Solution solution = SumSolver.total(outcomes, totals.total() + loose, checkpoint);
        if (stands(solution) && (solution.cost() == 0 || !lettered || !table)) {
            List<Outcome> settled = table && loose == 0
                    ? TaxLetters.prove(draft.items(), solution.outcomes(), totals.gross(), checkpoint)
                    : asPrinted(draft, solution.outcomes());
            return new Choice(settled, Closing.BY_TOTAL, true);
        }
        return new Choice(plain, Closing.NOT, false);
    }

    /** If no table proves letters, only plain ones are known. */
    private static List<Outcome> asPrinted(Draft draft, List<Outcome> outcomes) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> outcomes.get(i)
                        .withLetter(TaxLetters.plain(draft.items().get(i))))
                .toList();
    }

    /** A line that no sum helps: as its own equation has it where that leaves no doubt, otherwise as printed. */
    private static Outcome alone(DraftItem item, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return null;
        }
        Outcome best = outcomes.getFirst();
        if (item.total() == null || best.line().total() == item.total().value()) {
            return best;
        }
        double next = outcomes.stream()
                .filter(o -> o.line().total() != best.line().total())
                .mapToDouble(Outcome::cost)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        return next - best.cost() >= ALONE
                ? best
                : outcomes.stream()
                        .filter(o -> o.line().total() == item.total().value())
                        .findFirst()
                        .orElse(best);
    }

    private static boolean stands(SumSolver.Solution solution) {
        return solution != null && solution.cost() <= MOST_COST && solution.margin() >= SumSolver.CLEAR;
    }

    private static List<List<DraftDiscount>> byItem(Draft draft) {
        List<List<DraftDiscount>> discounts = new ArrayList<>();
        for (int i = 0; i < draft.items().size(); i++) {
            int item = i;
            discounts.add(
                    draft.discounts().stream().filter(d -> d.item() == item).toList());
        }
        return discounts;
    }

    private static long looseDiscounts(Draft draft) {
        return draft.discounts().stream()
                .filter(d -> d.item() < 0)
                .mapToLong(d -> d.amount().value())
                .sum();
    }

    /** What the till rounded, if it makes the total of the lines' sum; its printed sign is often lost. */
    private static long rounding(Draft draft, List<List<Outcome>> outcomes, Long total, long loose) {
        if (total == null || outcomes.stream().anyMatch(List::isEmpty)) {
            return 0;
        }
        long sum = outcomes.stream().mapToLong(o -> o.getFirst().net()).sum() - loose;
        return draft.summary().stream()
                .filter(l -> l.role() == Sum.ROUNDING && Math.abs(l.amount().value()) == Math.abs(total - sum))
                .findFirst()
                .map(l -> total - sum)
                .orElse(0L);
    }

    /** What the total is by the lines, by their sum before discounts at the end, and by what was paid. */
    private static List<Long> witnesses(Draft draft, List<List<Outcome>> outcomes, long loose) {
        Set<Long> found = new LinkedHashSet<>();
        boolean rounded = draft.summary().stream().anyMatch(l -> l.role() == Sum.ROUNDING);
        if (!outcomes.isEmpty() && !rounded && outcomes.stream().noneMatch(List::isEmpty)) {
            found.add(outcomes.stream().mapToLong(o -> o.getFirst().net()).sum() - loose);
        }
        Long paid = paid(draft);
        if (paid != null && !draft.paymentsWeighed()) {
            found.add(paid - Deposits.sum(draft));
        }
        return List.copyOf(found);
    }

    /** What was paid less the change, or {@code null} if no payment is legible. */
    static Long paid(Draft draft) {
        List<DraftPayment> payments = draft.payments();
        if (payments.stream().allMatch(DraftPayment::isChange)) {
            return null;
        }
        return payments.stream().mapToLong(DraftPayment::signed).sum();
    }

    private static LineValue value(DraftItem item, Outcome outcome, Choice choice) {
        if (outcome == null) {
            return new LineValue(null, null, null, TaxLetters.plain(item), Holds.UNKNOWN, null);
        }
        LineOption line = outcome.line();
        boolean changed = item.total() == null || line.total() != item.total().value();
        boolean inferred = item.quantity() == null && line.quantity() != null;
        String repaired = changed || inferred ? proof(line, choice) : null;
        boolean settled = choice.closes != Closing.NOT || outcome.letter() == TaxLetters.plain(item);
        char letter = settled ? outcome.letter() : 0;
        return new LineValue(line.quantity(), line.unitPrice(), line.total(), letter, line.holds(), repaired);
    }

    private static String proof(LineOption line, Choice choice) {
        String product = line.holds() == Holds.YES ? "quantity × unit price" : null;
        String sum =
                switch (choice.closes) {
                    case BY_LETTER -> "sum of the lines of its tax letter";
                    case BY_TOTAL -> "sum of all lines";
                    case NOT -> null;
                };
        return product == null
                ? Objects.requireNonNullElse(sum, "quantity × unit price")
                : sum == null ? product : product + ", " + sum;
    }

    private static List<Long> amounts(Draft draft, List<List<DraftDiscount>> byItem, List<Outcome> outcomes) {
        List<Long> amounts = new ArrayList<>();
        for (DraftDiscount discount : draft.discounts()) {
            long amount = discount.amount().value();
            if (discount.item() >= 0 && outcomes.get(discount.item()) != null) {
                int index = byItem.get(discount.item()).indexOf(discount);
                amount = outcomes.get(discount.item()).discounts().get(index);
            }
            amounts.add(amount);
        }
        return amounts;
    }

    private static String totalRepair(Draft draft, Totals totals) {
        if (totals.total() == null) {
            return null;
        }
        boolean printed = draft.summary().stream()
                .filter(l -> l.role() == Sum.TOTAL && !l.onlyProved())
                .map(Labelled::amount)
                .anyMatch(f -> f.value() == totals.total());
        if (printed) {
            return null;
        }
        return totals.gross().isEmpty() ? "sum of the lines, or what was paid" : "sum of the sales of all tax letters";
    }
}
