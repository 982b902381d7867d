package pl.paragon.analysis.proof;

import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;

/** The equations that were formed so far, and what people have to be told. */
final class Equations {

    private final List<Check> checks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param expected the printed side in grosze, or {@code null}
     * @param actual the computed side in grosze, or {@code null}
     * @param rows on which its figures stand
     */
    void form(String name, Holds holds, Long expected, Long actual, List<Integer> rows) {
        checks.add(new Check(name, holds, money(expected), money(actual), rows));
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<Check> checks() {
        return checks;
    }

    List<String> warnings() {
        return warnings;
    }

    Check last() {
        return checks.getLast();
    }

    List<Check> failing() {
        return checks.stream().filter(c -> c.holds() == Holds.NO).toList();
    }

    boolean holds(String name) {
        return checks.stream().anyMatch(c -> c.name().equals(name) && c.holds() == Holds.YES);
    }

    private static Money money(Long grosze) {
        return grosze == null ? null : Money.ofGrosze(grosze);
    }
}
