package pl.paragon.analysis.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.draft.Letter;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Likeness;

/**
 * Which line a discount lowers: the one whose name it repeats, otherwise the one above it. A discount greater than the line above belongs elsewhere.
 */
final class DiscountAssignment {

    private static final List<String> WORDS =
            List.of("rabat", "opust", "upust", "znizka", "bonifikata", "obnizka", "kupon", "cena z karta");
    private static final int TELLING = 4;
    private static final double NAMED = 0.75;
    private static final double CLEARLY = 0.15;

    private DiscountAssignment() {}

    static List<DraftDiscount> assign(List<DraftItem> items, List<DraftDiscount> discounts) {
        List<DraftDiscount> assigned = new ArrayList<>();
        long[] left = items.stream()
                .mapToLong(i -> i.total() == null ? Long.MAX_VALUE : i.total().value())
                .toArray();
        for (DraftDiscount discount : discounts) {
            DraftDiscount found = assign(items, discount, left);
            if (found.item() >= 0) {
                left[found.item()] -= found.amount().value();
            }
            assigned.add(found);
        }
        return assigned;
    }

    private static DraftDiscount assign(List<DraftItem> items, DraftDiscount discount, long[] left) {
        int above = discount.item();
        if (above < 0) {
            return discount.of(-1, false);
        }
        String words = words(discount.description());
        if (words.length() >= TELLING) {
            int named = named(items, words, discount, left);
            double likeAbove = alike(words, items.get(above));
            if (named >= 0 && alike(words, items.get(named)) > likeAbove + CLEARLY) {
                return discount.of(named, true);
            }
        }
        boolean fits = discount.amount().value() <= left[above] && sameLetter(items.get(above), discount);
        return discount.of(above, fits);
    }

    private static int named(List<DraftItem> items, String words, DraftDiscount discount, long[] left) {
        int best = -1;
        double most = NAMED;
        for (int i = 0; i < items.size(); i++) {
            double alike = alike(words, items.get(i));
            boolean possible =
                    !items.get(i).voids() && discount.amount().value() <= left[i] && sameLetter(items.get(i), discount);
            if (possible && alike >= most) {
                best = i;
                most = alike;
            }
        }
        return best;
    }

    private static double alike(String words, DraftItem item) {
        String name = Folding.letters(item.tidyName());
        int shorter = Math.min(words.length(), name.length());
        if (shorter < TELLING) {
            return 0;
        }
        return Math.max(
                Likeness.of(words, name), 0.95 * Likeness.of(words.substring(0, shorter), name.substring(0, shorter)));
    }

    private static boolean sameLetter(DraftItem item, DraftDiscount discount) {
        return item.letters().isEmpty()
                || discount.letters().isEmpty()
                || best(item.letters()) == best(discount.letters());
    }

    private static char best(List<Letter> letters) {
        return letters.getFirst().letter();
    }

    /** The discount's words without those that every discount has. */
    private static String words(String description) {
        String folded = Folding.fold(description).toLowerCase(Locale.ROOT);
        for (String word : WORDS) {
            if (folded.startsWith(word)) {
                folded = folded.substring(word.length());
            }
        }
        return Folding.letters(folded);
    }
}
