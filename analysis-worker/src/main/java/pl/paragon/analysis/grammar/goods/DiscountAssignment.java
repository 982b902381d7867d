package pl.paragon.analysis.grammar.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.text.Likeness;

/**
 * Which line a discount lowers: the one whose name it repeats, otherwise the one above it. A discount greater than the
 * line above belongs elsewhere.
 */
final class DiscountAssignment {

    private static final Set<String> COMMON = Set.of(
            "rabat",
            "opust",
            "upust",
            "znizka",
            "bonifikata",
            "obnizka",
            "kupon",
            "cena",
            "karta",
            "lidl",
            "plus",
            "voucher",
            "oferta",
            "grupowy",
            "taniej",
            "gratis",
            "promocja",
            "promo",
            "xtra",
            "moja",
            "zabka",
            "marnuje",
            "klub",
            "drugi",
            "trzeci",
            "plac",
            "kup",
            "nie",
            "szt");

    private static final int TELLING = 3;
    private static final int ARTICLE_NUMBER = 5;
    private static final double NAMED = 0.7;
    private static final double RESEMBLES = 0.34;
    private static final double CLEARLY = 0.15;

    private final List<DraftItem> items;
    private final List<List<String>> names;
    private final long[] left;
    private final Place place;
    private final Checkpoint checkpoint;

    private DiscountAssignment(List<DraftItem> items, List<DraftDiscount> discounts, Checkpoint checkpoint) {
        this.items = items;
        this.names = items.stream().map(item -> split(item.tidyName())).toList();
        this.left = items.stream().mapToLong(DiscountAssignment::value).toArray();
        this.place = Place.of(items, discounts);
        this.checkpoint = checkpoint;
    }

    static List<DraftDiscount> assign(List<DraftItem> items, List<DraftDiscount> discounts, Checkpoint checkpoint) {
        DiscountAssignment assignment = new DiscountAssignment(items, discounts, checkpoint);
        List<DraftDiscount> assigned = new ArrayList<>();
        for (DraftDiscount discount : discounts) {
            DraftDiscount found = assignment.assign(discount);
            if (found.item() >= 0) {
                assignment.left[found.item()] -= found.amount().value();
            }
            assigned.add(found);
        }
        return assigned;
    }

    /** Where a receipt prints its discounts. */
    private enum Place {
        UNDER_LINES,
        BEHIND_ALL,
        /** A single one under the last line may be either. */
        UNKNOWN;

        static Place of(List<DraftItem> items, List<DraftDiscount> discounts) {
            if (discounts.stream().anyMatch(d -> d.item() >= 0 && d.item() < items.size() - 1)) {
                return UNDER_LINES;
            }
            return discounts.size() > 1 ? BEHIND_ALL : UNKNOWN;
        }
    }

    private DraftDiscount assign(DraftDiscount discount) {
        int above = discount.item();
        if (discount.sure() || discount.share()) {
            return discount;
        }
        List<String> words = words(discount.description());
        double[] alike = names.stream().mapToDouble(name -> alike(words, name)).toArray();
        double likeAbove = above < 0 ? 0 : alike[above];
        boolean fits = above >= 0 && discount.amount().value() <= left[above] && sameLetter(items.get(above), discount);
        int named = named(alike, discount);
        double atLeast = place == Place.BEHIND_ALL ? likeAbove : likeAbove + CLEARLY;
        if (named >= 0 && alike[named] >= atLeast) {
            boolean only = sameWhichever(alike, discount, named);
            return discount.of(named, only && alike[named] >= NAMED);
        }
        if (above < 0) {
            return discount;
        }
        boolean behindAll = above == items.size() - 1;
        boolean plain = words.isEmpty() || likeAbove >= RESEMBLES;
        boolean onlyOne = place == Place.UNDER_LINES || words.isEmpty() || sameWhichever(alike, discount, above);
        return discount.of(above, discount.worded() && fits && onlyOne && (plain || !behindAll));
    }

    private static long value(DraftItem item) {
        return item.total() == null ? Long.MAX_VALUE : item.total().value();
    }

    /** Whether it makes no difference which of several lines of that name it lowers: all cost the same. */
    private boolean sameWhichever(double[] alike, DraftDiscount discount, int named) {
        return IntStream.range(0, items.size())
                .filter(i -> possible(items.get(i), discount, value(items.get(i))))
                .filter(i -> alike[i] > alike[named] - CLEARLY)
                .allMatch(i -> value(items.get(i)) == value(items.get(named)));
    }

    private static boolean possible(DraftItem item, DraftDiscount discount, long left) {
        return !item.voids() && discount.amount().value() <= left && sameLetter(item, discount);
    }

    /** Of several lines of that name the first that has no discount yet, as tills go through them in their order. */
    private int named(double[] alike, DraftDiscount discount) {
        int best = -1;
        double most = RESEMBLES;
        for (int i = 0; i < items.size(); i++) {
            boolean lowered = best >= 0 && left[best] < value(items.get(best));
            boolean better = best < 0 ? alike[i] >= most : alike[i] > most || alike[i] == most && lowered;
            if (better && possible(items.get(i), discount, left[i])) {
                best = i;
                most = alike[i];
            }
        }
        return best;
    }

    /** The part of the discount's letters that stand in words which begin like words of the line's name. */
    private double alike(List<String> words, List<String> name) {
        checkpoint.pass();
        int letters = 0;
        int found = 0;
        for (String word : words) {
            letters += word.length();
            int common = name.stream()
                    .mapToInt(n -> alikeFromTheFront(word, n))
                    .max()
                    .orElse(0);
            found += common;
        }
        return letters == 0 ? 0 : (double) found / letters;
    }

    private static int alikeFromTheFront(String word, String other) {
        int length = Math.min(word.length(), other.length());
        if (length < TELLING) {
            return 0;
        }
        String front = word.substring(0, length);
        String otherFront = other.substring(0, length);
        int most = length / 4;
        return Likeness.isWithin(most, front, otherFront) ? length - Likeness.distance(front, otherFront) : 0;
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
    private static List<String> words(String description) {
        return split(description).stream()
                .filter(word -> !COMMON.contains(word))
                .toList();
    }

    private static List<String> split(String text) {
        return Arrays.stream(Folding.fold(text).split("[^a-z0-9]+"))
                .filter(word -> word.length() >= TELLING)
                .filter(word -> word.chars().anyMatch(Character::isLetter) || word.length() >= ARTICLE_NUMBER)
                .toList();
    }
}
