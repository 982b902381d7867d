package pl.paragon.analysis.proof.closing;

import java.util.List;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.draft.Labelled;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.contracts.receipt.Holds;

/**
 * Deposits and what is to pay.
 *
 * @param due in grosze: as printed, otherwise the total; {@code null} if neither is legible
 * @param printed whether it is printed
 * @param closes whether total and deposits make what is to pay
 */
public record Deposits(Long due, boolean printed, Holds closes) {

    public static Deposits of(Draft draft, Long total) {
        List<Labelled> dues =
                draft.summary().stream().filter(l -> l.role() == Sum.DUE).toList();
        if (dues.isEmpty() || total == null) {
            return new Deposits(
                    dues.isEmpty() ? total : (Long) dues.getLast().amount().value(), !dues.isEmpty(), Holds.UNKNOWN);
        }
        long expected = total + sum(draft);
        boolean closes = dues.stream().anyMatch(d -> d.amount().cost(expected).isPresent())
                && dues.stream()
                        .noneMatch(d -> d.amount().isCertain() && d.amount().value() != expected);
        return new Deposits(
                closes ? (Long) expected : (Long) dues.getLast().amount().value(), true, Holds.of(closes));
    }

    public static long sum(Draft draft) {
        return draft.deposits().stream().mapToLong(d -> d.amount().value()).sum();
    }
}
