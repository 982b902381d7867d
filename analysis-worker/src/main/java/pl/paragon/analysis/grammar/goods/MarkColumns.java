package pl.paragon.analysis.grammar.goods;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.DraftItem;

/**
 * Some tills print a column of marks beside all names: a tax letter before each ({@code C_MAKARON}), or a mark of the
 * article's kind before the price of single pieces ({@code KREM DO RAK \ZK}). One name alone does not tell such a mark
 * from a letter of its own; all names of a receipt together do.
 */
final class MarkColumns {

    private static final Pattern LETTER = Pattern.compile("^[A-G][ _]+(?=\\S*\\p{L})");
    private static final Pattern LETTER_MISREAD =
            Pattern.compile("^(?:[\\p{Lu}(0\\d][\\]|}]?[ _]+|[A-G]_)(?=\\S*\\p{L})");
    private static final Pattern KIND = Pattern.compile("\\s\\\\[\\p{Lu}\\d]{2}\\s");
    private static final Pattern KIND_MISREAD = Pattern.compile("\\s+[\\\\|/\\p{Lu}1]?[\\p{Lu}\\d]{2}$");
    private static final Pattern KIND_EXPECTED = Pattern.compile("\\s+[\\\\|/\\p{Lu}1]?\\p{Lu}{2}$");
    private static final Pattern KIND_TAKEN_FOR = Pattern.compile("\\s[\\\\ANVW|/][\\p{Lu}\\d]{2}$");
    private static final int FEWEST = 3;
    private static final int FEWEST_KINDS = 2;
    private static final double MOST_NAMES = 0.6;

    private MarkColumns() {}

    /**
     * The lines with what remains of such columns taken out of their tidy names.
     *
     * @param kinds whether this till is known to print marks of the kind
     */
    static List<DraftItem> strip(List<DraftItem> items, boolean kinds) {
        List<DraftItem> stripped = items;
        long letters =
                items.stream().filter(i -> LETTER.matcher(i.name()).find()).count();
        if (letters >= FEWEST && letters >= MOST_NAMES * items.size()) {
            stripped = without(stripped, LETTER_MISREAD, i -> i.tidyName().equals(i.name()));
        }
        if (hasKinds(items)) {
            return without(stripped, KIND_MISREAD, i -> !i.priced());
        }
        return kinds ? without(stripped, KIND_EXPECTED, i -> !i.priced()) : stripped;
    }

    /** A backslash tells it; if none was read as one, that all single pieces bear what it is taken for. */
    private static boolean hasKinds(List<DraftItem> items) {
        if (items.stream().anyMatch(i -> KIND.matcher(i.trace().text()).find())) {
            return true;
        }
        List<DraftItem> single = items.stream().filter(i -> !i.priced()).toList();
        return single.size() >= FEWEST_KINDS
                && single.stream()
                        .allMatch(i -> KIND_TAKEN_FOR.matcher(i.name()).find());
    }

    private static List<DraftItem> without(List<DraftItem> items, Pattern mark, Predicate<DraftItem> where) {
        return items.stream()
                .map(i -> where.test(i)
                        ? i.withName(i.name(), mark.matcher(i.tidyName()).replaceFirst(""))
                        : i)
                .toList();
    }
}
