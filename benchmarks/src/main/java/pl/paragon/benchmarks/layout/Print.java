package pl.paragon.benchmarks.layout;

import java.math.BigDecimal;
import java.util.Locale;
import pl.paragon.contracts.receipt.Money;

/** How tills write amounts, numbers and names. */
public final class Print {

    private Print() {}

    /** {@code 12,34} */
    public static String comma(Money money) {
        return money.toString().replace('.', ',');
    }

    /** {@code 12.34} */
    public static String dot(Money money) {
        return money.toString();
    }

    /** {@code -12,34} */
    public static String minus(Money money) {
        return "-" + comma(money);
    }

    public static String comma(BigDecimal quantity) {
        return quantity.toPlainString().replace('.', ',');
    }

    public static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    public static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most).strip();
    }

    /** Words run together, each with a capital: {@code KawaMielona250g}. */
    public static String together(String name, int most) {
        StringBuilder all = new StringBuilder();
        for (String word : name.split(" ")) {
            all.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return cut(all.toString(), most);
    }

    /** {@code 526-03-09-174} */
    public static String nip2(String nip) {
        return nip.substring(0, 3) + "-" + nip.substring(3, 5) + "-" + nip.substring(5, 7) + "-" + nip.substring(7);
    }

    /** {@code 526-030-91-74} */
    public static String nip3(String nip) {
        return nip.substring(0, 3) + "-" + nip.substring(3, 6) + "-" + nip.substring(6, 8) + "-" + nip.substring(8);
    }
}
