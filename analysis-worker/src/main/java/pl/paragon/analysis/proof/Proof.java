package pl.paragon.analysis.proof;

import java.util.List;
import pl.paragon.analysis.proof.closing.Totals;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Verification;

/**
 * A draft with one reading chosen for each of its figures.
 *
 * @param lines for each line of goods of the draft; {@code null} if its value is not legible
 * @param letters by line: the tax letter, 0 if none is known
 * @param itemDiscounts for each discount of the draft its amount
 * @param totals the summary as read
 * @param amountDue in grosze, or {@code null}
 * @param repairs for each line what proves that its value is not what was recognised, in words; {@code null} if
 *     nothing was repaired
 * @param totalRepair the same for the total
 */
public record Proof(
        List<LineValue> lines,
        List<Long> itemDiscounts,
        Totals totals,
        Long amountDue,
        String totalRepair,
        Verification verification) {

    /**
     * @param quantity in thousandths, or {@code null}
     * @param unitPrice in grosze, or {@code null}
     * @param total in grosze, or {@code null}
     * @param letter 0 if none is known
     * @param holds whether quantity × unit price is the total
     * @param repaired what proves a repair, in words, or {@code null}
     */
    public record LineValue(Long quantity, Long unitPrice, Long total, char letter, Holds holds, String repaired) {}

    /**
     * How good this reading is, to choose among several of one receipt: verdict first, then checks that hold, then what
     * was found.
     */
    public double goodness() {
        double verdict =
                switch (verification.verdict()) {
                    case PROVED -> 1000;
                    case CONSISTENT -> 300;
                    case IN_DOUBT -> 0;
                };
        long holding = verification.checks().stream()
                .filter(c -> c.holds() == Holds.YES)
                .count();
        long failing = verification.checks().stream()
                .filter(c -> c.holds() == Holds.NO)
                .count();
        return verdict + 2 * holding - 6 * failing + (totals.total() == null ? -50 : 0) + 0.5 * lines.size();
    }
}
