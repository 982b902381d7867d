package pl.paragon.analysis.model;

import java.util.Objects;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Proved;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * Which of two results for one receipt is kept. This rule keeps a model from ever making a job worse than the grammar
 * alone: only what is better by the receipt's own arithmetic replaces what stands.
 *
 * <ol>
 *   <li>A better verdict wins, a worse one loses.
 *   <li>Under the same verdict the suggestion must hold no fewer sums, break no more of anything and leave no more
 *     open, and be better in one of these; otherwise the standing result is kept.
 *   <li>The total may change only if the new one is proved; or, if none was read, if every equation that can be
 *     formed holds and no row with an amount is left over.
 * </ol>
 *
 * Products of single lines count only if they fail; otherwise more lines would make a better result.
 */
final class Preference {

    private static final String OF_ONE_LINE = "quantity_times_price";

    private Preference() {}

    static boolean isBetter(Proved suggested, Proved standing) {
        Proof suggestion = suggested.proof();
        Proof stands = standing.proof();
        if (suggestion.totals().total() == null) {
            return false;
        }
        int verdicts = Integer.compare(rank(suggestion), rank(stands));
        boolean sameTotal =
                Objects.equals(suggestion.totals().total(), stands.totals().total());
        if (verdicts < 0 || !sameTotal && !mayChangeTheTotal(suggested, standing)) {
            return false;
        }
        return verdicts > 0 || sameTotal && holdsMore(suggested, standing);
    }

    private static boolean mayChangeTheTotal(Proved suggested, Proved standing) {
        if (rank(suggested.proof()) == rank(Verdict.PROVED) && rank(standing.proof()) < rank(Verdict.PROVED)) {
            return true;
        }
        return standing.proof().totals().total() == null
                && rank(suggested.proof()) >= rank(Verdict.CONSISTENT)
                && suggested.draft().strayAmounts().isEmpty();
    }

    private static boolean holdsMore(Proved suggested, Proved standing) {
        long held = holding(suggested.proof()) - holding(standing.proof());
        long broken = failing(standing.proof()) - failing(suggested.proof());
        int closed = standing.draft().strayAmounts().size()
                - suggested.draft().strayAmounts().size();
        boolean noWorse = held >= 0 && broken >= 0 && closed >= 0;
        return noWorse && (held > 0 || broken > 0);
    }

    private static long holding(Proof proof) {
        return proof.verification().checks().stream()
                .filter(c -> c.holds() == Holds.YES && !isOfOneLine(c))
                .count();
    }

    private static long failing(Proof proof) {
        return proof.verification().checks().stream()
                .filter(c -> c.holds() == Holds.NO)
                .count();
    }

    private static boolean isOfOneLine(Check check) {
        return check.name().equals(OF_ONE_LINE);
    }

    private static int rank(Proof proof) {
        return rank(proof.verification().verdict());
    }

    private static int rank(Verdict verdict) {
        return switch (verdict) {
            case PROVED -> 2;
            case CONSISTENT -> 1;
            case IN_DOUBT -> 0;
        };
    }
}
