package pl.paragon.contracts.receipt;

import java.util.List;
import java.util.Objects;

/**
 * One equation of the receipt.
 *
 * @param name which, e.g. {@code items_sum_to_total}
 * @param holds whether it does; {@link Holds#UNKNOWN} if it cannot be formed
 * @param expected the printed side
 * @param actual the computed side
 * @param lines the lines of {@code ocr_text} that it is about, counted from 1
 */
public record Check(String name, Holds holds, Money expected, Money actual, List<Integer> lines) {

    public Check {
        // A null in JSON never reaches Holds.of.
        holds = Objects.requireNonNullElse(holds, Holds.UNKNOWN);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
