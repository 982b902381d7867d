package pl.paragon.analysis.proof;

import java.util.List;
import java.util.stream.Collectors;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.contracts.receipt.Check;
import pl.paragon.contracts.receipt.Money;

/** Says in words, to people, what does not add up. */
final class Difference {

    private Difference() {}

    /** The equation that fails, by how much, and on which rows its figures stand. */
    static String named(Check check) {
        Money expected = check.expected();
        Money actual = check.actual();
        String computed = actual == null
                ? ""
                : ", z obliczeń %s (różnica %s)".formatted(polish(actual), polish(expected.minus(actual)));
        return "Nie zgadza się %s: na wydruku %s%s%s."
                .formatted(subject(check.name()), polish(expected), computed, rows(check.lines()));
    }

    static String unreadable(Trace row) {
        return "W wierszu %d stoi liczba, która nie jest żadną kwotą: „%s”.".formatted(row.row(), row.text());
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

    private static String subject(String check) {
        return switch (check) {
            case "quantity_times_price" -> "wartość pozycji z jej ilością i ceną";
            case "discount_within_line" -> "rabat, który jest większy od wartości pozycji";
            case "value_after_discount" -> "wartość po rabacie";
            case "items_sum_to_total" -> "suma z pozycjami";
            case "discounts_sum" -> "suma rabatów";
            case "taxes_sum" -> "suma podatku";
            case "sales_sum_to_total" -> "suma ze sprzedażą według stawek";
            case "total_printed_again" -> "suma wydrukowana drugi raz";
            case "deposit_quantity_times_price" -> "kaucja z jej ilością i ceną";
            case "deposits_sum" -> "suma kaucji";
            case "total_with_deposits" -> "kwota do zapłaty";
            case "payments_cover_amount_due" -> "kwota do zapłaty z płatnościami";
            default -> byLetter(check);
        };
    }

    private static String byLetter(String check) {
        String letter = check.substring(check.length() - 1);
        if (check.startsWith("tax_of_sales_")) {
            return "podatek " + letter + " ze swoją sprzedażą";
        }
        return check.startsWith("net_of_sales_")
                ? "kwota netto " + letter
                : "sprzedaż " + letter + " z pozycjami tej stawki";
    }
}
