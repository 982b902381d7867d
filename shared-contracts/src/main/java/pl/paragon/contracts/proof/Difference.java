package pl.paragon.contracts.proof;

import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Money;

/** Says in words, to people, what does not add up. */
final class Difference {

    static final String BEGINS = "Nie zgadza się ";

    private Difference() {}

    /** The equation that fails, by how much, and on which rows its figures stand. */
    static String named(Check check) {
        Money expected = check.expected();
        Money actual = check.actual();
        String computed = actual == null
                ? ""
                : ", z obliczeń %s (różnica %s)".formatted(polish(actual), polish(expected.minus(actual)));
        return BEGINS
                + "%s: na wydruku %s%s%s."
                        .formatted(Equation.subject(check), polish(expected), computed, rows(check.lines()));
    }

    private static String rows(List<Integer> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String numbers = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (rows.size() == 1 ? ", wiersz " : ", wiersze ") + numbers;
    }

    private static String polish(Money money) {
        return money.toString().replace('.', ',');
    }
}
