package pl.paragon.contracts.proof;

import java.util.Arrays;
import java.util.Locale;
import pl.paragon.contracts.receipt.Check;

/** The equations of a receipt. Those of one tax letter have it at the end of their name: {@code tax_of_sales_A}. */
public enum Equation {
    QUANTITY_TIMES_PRICE("wartość pozycji z jej ilością i ceną"),
    DISCOUNT_WITHIN_LINE("rabat, który jest większy od wartości pozycji"),
    VALUE_AFTER_DISCOUNT("wartość po rabacie"),
    ITEMS_SUM_TO_TOTAL("suma z pozycjami"),
    ITEMS_SUM_TO_SALES_("sprzedaż %s z pozycjami tej stawki"),
    DISCOUNTS_SUM("suma rabatów"),
    TAX_OF_SALES_("podatek %s ze swoją sprzedażą"),
    NET_OF_SALES_("kwota netto %s"),
    TAXES_SUM("suma podatku"),
    SALES_SUM_TO_TOTAL("suma ze sprzedażą według stawek"),
    TOTAL_PRINTED_AGAIN("suma wydrukowana drugi raz"),
    DEPOSIT_QUANTITY_TIMES_PRICE("kaucja z jej ilością i ceną"),
    DEPOSITS_SUM("suma kaucji"),
    TOTAL_WITH_DEPOSITS("kwota do zapłaty"),
    PAYMENTS_COVER_AMOUNT_DUE("kwota do zapłaty z płatnościami");

    private final String subject;

    Equation(String subject) {
        this.subject = subject;
    }

    /** As a {@link Check} has it, without a letter. */
    String stem() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a {@link Check} has it. @param letter ignored unless there is an equation for each letter */
    public String of(Object letter) {
        return isOfALetter() ? stem() + letter : stem();
    }

    /** Whether the check is this equation, for whichever letter. */
    public boolean is(Check check) {
        return isOfALetter() ? check.name().startsWith(stem()) : check.name().equals(stem());
    }

    /** What does not add up if this check fails, in words. */
    static String subject(Check check) {
        Equation equation = Arrays.stream(values())
                .filter(each -> each.is(check))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no equation of ours: " + check.name()));
        return equation.subject.formatted(check.name().substring(equation.stem().length()));
    }

    private boolean isOfALetter() {
        return name().endsWith("_");
    }
}
