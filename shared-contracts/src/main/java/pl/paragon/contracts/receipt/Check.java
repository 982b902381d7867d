package pl.paragon.contracts.receipt;

import java.util.List;

/**
 * One equation of the receipt.
 *
 * @param name which, e.g. {@code items_sum_to_total}
 * @param holds {@code null} where a value that it needs is not there
 * @param expected the printed side
 * @param actual the computed side
 * @param lines the lines of {@code ocr_text} that it speaks of, from 1
 */
public record Check(String name, Boolean holds, Money expected, Money actual, List<Integer> lines) {

    public Check {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
