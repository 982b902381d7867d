package pl.paragon.ocr.file;

import java.util.List;
import java.util.regex.Pattern;
import pl.paragon.contracts.text.Page;

/** Lines with an amount of money: what tells a receipt from the letter that it came with. */
public final class Amounts {

    /** As many lines with amounts make a receipt of a text; a letter may name the sum as well. */
    static final int OF_A_RECEIPT = 3;

    /** Digits with two decimals, which are no part of a date, a time, a version or a postcode behind a house number. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\d.,:])\\d{1,6}\\s?[.,]\\s?\\d{2}(?![.,:]?\\d|-\\d{3})");

    private Amounts() {}

    public static long lines(List<Page> pages) {
        return pages.stream().mapToLong(Amounts::lines).sum();
    }

    static long lines(Page page) {
        return page.lines().stream()
                .filter(line -> AMOUNT.matcher(line.text()).find())
                .count();
    }
}
