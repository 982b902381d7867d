package pl.paragon.benchmarks.accuracy;

import java.util.List;
import java.util.Optional;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.contracts.receipt.Money;

/**
 * One reading held against its truth. An {@code Optional} is empty if the truth does not say.
 *
 * @param verdict {@code proved}, {@code consistent}, {@code in_doubt}, or {@code failed} where there is no result
 * @param invented a total is given and wrong
 * @param lines the multisets of net line values
 * @param names how many of the true lines have their name letter for letter, spaces, case and punctuation aside
 * @param quantities of the lines whose value is right and whose truth says it: how many have quantity and unit price
 *     right
 * @param said what was wrong, for people
 */
record Score(
        Case of,
        String verdict,
        Optional<Boolean> store,
        Optional<Boolean> nip,
        Optional<Boolean> date,
        Optional<Boolean> total,
        Optional<Boolean> due,
        boolean invented,
        Optional<Lines> lines,
        Part names,
        Part quantities,
        List<String> said) {

    /** So many of so many. */
    record Part(int right, int all) {

        static final Part NONE = new Part(0, 0);
    }

    /** @param right how many values are in both multisets */
    record Lines(int right, int found, int all, List<Money> missing, List<Money> unexpected) {

        boolean allRight() {
            return right == found && right == all;
        }
    }

    Truth.Kind kind() {
        return of.truth().kind();
    }

    /** Total, date and every net line value, as far as the truth says them. */
    boolean perfect() {
        return total.orElse(true)
                && date.orElse(true)
                && lines.map(Lines::allRight).orElse(true)
                && !failed();
    }

    boolean amountsRight() {
        return total.orElse(true) && lines.map(Lines::allRight).orElse(true);
    }

    boolean failed() {
        return verdict.equals("failed");
    }

    /** Said to be proved, and wrong. */
    boolean falseProof() {
        return verdict.equals("proved") && !amountsRight();
    }
}
