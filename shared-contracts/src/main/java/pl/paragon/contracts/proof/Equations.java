package pl.paragon.contracts.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Holds;
import pl.paragon.contracts.receipt.Money;

/** The equations that were formed so far, and what people have to be told. */
public final class Equations {

    /** Further differences are not told in words; they stand among the checks. */
    public static final int MOST_NAMED = 10;

    private static final String NO_LETTER = "";
    private static final String ILLEGIBLE = "Nie udało się odczytać ";
    private static final String DOUBT = "Rachunek paragonu się nie domyka";

    private final List<Check> checks = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * @param expected the printed side in grosze, or {@code null}
     * @param actual the computed side in grosze, or {@code null}
     * @param rows on which its figures stand
     */
    public void form(Equation equation, Holds holds, Long expected, Long actual, List<Integer> rows) {
        form(equation, NO_LETTER, holds, expected, actual, rows);
    }

    /** The same of one tax letter. */
    public void form(Equation equation, Object letter, Holds holds, Long expected, Long actual, List<Integer> rows) {
        checks.add(new Check(equation.of(letter), holds, money(expected), money(actual), rows));
    }

    /** Takes a check over as it is. */
    void stands(Check check) {
        checks.add(check);
    }

    public void warn(String warning) {
        warnings.add(warning);
    }

    /** Warns of a check in words. */
    public void warnOf(Check check) {
        warnings.add(Difference.named(check));
    }

    /** Warns that the value of a line is missing. @param name of what was sold */
    public void warnOfIllegibleLine(String name) {
        warnings.add(ILLEGIBLE + "wartości pozycji „" + name + "”.");
    }

    public void warnOfIllegibleTotal() {
        warnings.add(ILLEGIBLE + "sumy paragonu.");
    }

    /** Warns that the receipt is in doubt, and of each equation that fails. */
    public void warnOfDoubt() {
        warnings.add(DOUBT + ": sprawdź pozycje i sumę ze zdjęciem.");
        failing().stream().limit(MOST_NAMED).forEach(this::warnOf);
    }

    /** Whether a warning is of the kinds above, rather than of what no equation knows. */
    static boolean isOfEquations(String warning) {
        return Stream.of(ILLEGIBLE, DOUBT, Difference.BEGINS).anyMatch(warning::startsWith);
    }

    public List<Check> checks() {
        return checks;
    }

    public List<String> warnings() {
        return warnings;
    }

    public Check last() {
        return checks.getLast();
    }

    public List<Check> failing() {
        return checks.stream().filter(c -> c.holds() == Holds.NO).toList();
    }

    /** Whether it does, for at least one letter if there is one for each. */
    public boolean holds(Equation equation) {
        return checks.stream().anyMatch(c -> equation.is(c) && c.holds() == Holds.YES);
    }

    private static Money money(Long grosze) {
        return grosze == null ? null : Money.ofGrosze(grosze);
    }
}
