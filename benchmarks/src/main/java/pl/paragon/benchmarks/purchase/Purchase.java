package pl.paragon.benchmarks.purchase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import pl.paragon.contracts.receipt.Money;

/**
 * One visit to a shop.
 *
 * @param number of the print
 * @param till number of the till
 * @param lines in the order of the belt
 * @param deposits charged for packaging, outside the fiscal total
 * @param cash what was given, {@code null} if it was paid by card
 */
public record Purchase(
        Shop shop,
        LocalDate date,
        LocalTime time,
        int number,
        int till,
        List<PurchaseLine> lines,
        List<DepositLine> deposits,
        Money cash) {

    public Purchase {
        lines = List.copyOf(lines);
        deposits = List.copyOf(deposits);
    }

    public record DepositLine(String name, int pieces, Money each) {

        public Money amount() {
            return each.times(BigDecimal.valueOf(pieces));
        }
    }

    /** Sales of one tax letter. */
    public record Sales(int rate, Money gross, Money tax) {

        public Money net() {
            return gross.minus(tax);
        }
    }

    /** By letter. */
    public SortedMap<String, Sales> sales() {
        SortedMap<String, Money> gross = new TreeMap<>();
        lines.stream()
                .filter(line -> !line.voided())
                .forEach(line -> gross.merge(line.letter(), line.net(), Money::plus));
        SortedMap<String, Sales> sales = new TreeMap<>();
        gross.forEach((letter, sum) -> sales.put(letter, new Sales(rate(letter), sum, tax(sum, rate(letter)))));
        return sales;
    }

    public Money total() {
        return sales().values().stream().map(Sales::gross).reduce(Money.ZERO, Money::plus);
    }

    public Money tax() {
        return sales().values().stream().map(Sales::tax).reduce(Money.ZERO, Money::plus);
    }

    public Money discounts() {
        return lines.stream().map(PurchaseLine::discount).reduce(Money.ZERO, Money::plus);
    }

    public Money deposit() {
        return deposits.stream().map(DepositLine::amount).reduce(Money.ZERO, Money::plus);
    }

    public Money due() {
        return total().plus(deposit());
    }

    public Money change() {
        return cash == null ? Money.ZERO : cash.minus(due());
    }

    private int rate(String letter) {
        return shop.country().rates().get(letter);
    }

    private static Money tax(Money gross, int rate) {
        return Money.ofGrosze(BigDecimal.valueOf(gross.grosze() * rate)
                .divide(BigDecimal.valueOf(100L + rate), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
