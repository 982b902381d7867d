package pl.paragon.analysis.grammar.division;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Some rows on end, and what they are together. */
record Stretch(List<SignedRow> rows) {

    private static final Pattern WORDS_AND_AMOUNT = Pattern.compile("\\p{L}{3}.*\\d ?[.,] ?\\d\\d(?!\\d)");

    boolean has(Sign sign) {
        return rows.stream().anyMatch(row -> row.is(sign));
    }

    /** Whether it has a head that no other print has. */
    boolean isHeaded() {
        return has(Sign.TITLE) || has(Sign.TAX_NUMBER);
    }

    /** A card slip prints the shop and an amount; so what else it has decides. */
    boolean isSlip() {
        return has(Sign.SLIP) && !has(Sign.TITLE) && !has(Sign.TAX) && !has(Sign.PRODUCT);
    }

    /** Goods, and behind them a total. */
    boolean isPurchase() {
        int goods = first(Sign.GOODS);
        return goods >= 0 && rows.subList(goods, rows.size()).stream().anyMatch(row -> row.is(Sign.TOTAL));
    }

    /** A purchase with something of the frame that receipts have. Coupons name their shop, too, and may have a sum. */
    boolean isReceipt() {
        boolean dated = has(Sign.TAX_NUMBER) && has(Sign.DATE);
        return isPurchase() && (has(Sign.TITLE) || isAccount() || dated) && !isSlip();
    }

    /** Head and goods of a receipt, which may end before its total. */
    boolean begins() {
        return has(Sign.GOODS) && (has(Sign.TITLE) || has(Sign.TAX_NUMBER) && isAccount()) && !isSlip();
    }

    /** Whether it says how an amount comes about, or how it was paid. */
    boolean isAccount() {
        return has(Sign.TAX) || has(Sign.PRODUCT) || has(Sign.PAYMENT);
    }

    /** Rows in which known words, or those of goods, have their amount beside them. */
    long wholeRows() {
        return rows.stream()
                .filter(row -> row.isAny(Sign.TOTAL, Sign.PAYMENT) || row.isAny(Sign.GOODS, Sign.TAX))
                .map(row -> row.row().text())
                .filter(text -> WORDS_AND_AMOUNT.matcher(text).find())
                .count();
    }

    /** The index of the first row that tells this, or −1. */
    int first(Sign sign) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).is(sign)) {
                return i;
            }
        }
        return -1;
    }

    Set<Long> totals() {
        return rows.stream().map(SignedRow::total).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    Stretch from(int index) {
        return new Stretch(rows.subList(index, rows.size()));
    }

    Stretch between(int from, int to) {
        return new Stretch(rows.subList(from, to));
    }
}
