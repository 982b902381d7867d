package pl.paragon.analysis.grammar.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.paragon.analysis.draft.DraftDiscount;
import pl.paragon.analysis.draft.DraftItem;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextLimits;
import pl.paragon.analysis.figure.Alternatives;
import pl.paragon.analysis.figure.Figure;
import pl.paragon.analysis.figure.Letter;
import pl.paragon.analysis.figure.Mark;
import pl.paragon.analysis.grammar.line.Line;
import pl.paragon.analysis.grammar.line.Name;
import pl.paragon.analysis.grammar.line.Tail;
import pl.paragon.analysis.lexicon.Folding;
import pl.paragon.analysis.lexicon.Label;
import pl.paragon.analysis.lexicon.Label.Section;
import pl.paragon.analysis.lexicon.Token;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.rows.Trace;
import pl.paragon.analysis.spelling.Spelling;
import pl.paragon.analysis.text.Likeness;

/**
 * Reads the section of goods: lines on one row or two, discounts under them or behind them all, lines taken back.
 * Repeated lines stay repeated. A row is only taken for goods if numbers stand at its end.
 */
public final class ItemsReader {

    /** A line taken back repeats the name of the one that was sold. */
    private static final double SAME_NAME = 0.8;

    private static final int NAME_LETTERS = 2;

    /** Twice what the longest receipts have: discounts and lines taken back are compared with every line. */
    private static final int MOST_LINES = 500;

    /** Which lines the discount above lowers, by their numbers from 1. */
    private static final Pattern POSITIONS = Pattern.compile("pozycj[ea] ?: ?(\\d{1,3}(?: ?[,;] ?\\d{1,3})*)\\.?");

    private final List<DraftItem> items = new ArrayList<>();
    private final List<DraftDiscount> discounts = new ArrayList<>();
    private final List<Line> deposits = new ArrayList<>();
    private final List<Trace> strays = new ArrayList<>();
    private final List<Trace> unreadable = new ArrayList<>();

    private final Spelling spelling;
    private final Checkpoint checkpoint;
    private Line pendingName;
    private Line pendingDiscount;
    private Line lastSold;
    private boolean voiding;
    private boolean afterDiscount;
    private boolean columns;
    private boolean behindSubtotal;
    private boolean subtotalBelow;

    private ItemsReader(Spelling spelling, Checkpoint checkpoint) {
        this.spelling = spelling;
        this.checkpoint = checkpoint;
    }

    /**
     * @param deposits rows among the goods that charge a deposit
     * @param unreadable rows with numbers where a line's should stand, which they cannot be
     */
    public record Goods(
            List<DraftItem> items,
            List<DraftDiscount> discounts,
            List<Line> deposits,
            List<Trace> strays,
            List<Trace> unreadable) {}

    /**
     * @param columns whether the goods stand in a table with a head
     * @param kinds whether this till is known to print the kind of each article behind its name
     */
    public static Goods read(
            List<Line> section, boolean columns, boolean kinds, Spelling spelling, Checkpoint checkpoint) {
        ItemsReader reader = new ItemsReader(spelling, checkpoint);
        reader.columns = columns;
        section.forEach(reader::take);
        List<DraftItem> items = MarkColumns.strip(reader.items, kinds);
        return new Goods(
                items,
                DiscountAssignment.assign(items, reader.discounts, checkpoint),
                reader.deposits,
                reader.strays,
                reader.unreadable);
    }

    private void take(Line line) {
        checkpoint.pass();
        TextLimits.atMost(MOST_LINES, items.size(), "lines of goods");
        TextLimits.atMost(MOST_LINES, discounts.size(), "discounts");
        if (line.is(Label.SUBTOTAL)) {
            behindSubtotal = !items.isEmpty();
            subtotalBelow = line.amounts() == 0;
            return;
        }
        Matcher positions = POSITIONS.matcher(Folding.fold(line.text()));
        if (positions.matches() && !discounts.isEmpty()) {
            share(positions.group(1));
            return;
        }
        if (line.is(Label.INFORMATION) || line.is(Label.COLUMNS) || line.is(Label.NON_FISCAL)) {
            return;
        }
        if (pendingName == null && countsAbove(line)) {
            return;
        }
        Tail tail = Tail.of(line);
        if (line.is(Label.VOID) && (tail == null || tail.total() == null)) {
            voiding = true;
            return;
        }
        if (line.is(Label.DEPOSIT)
                && tail != null
                && tail.letter().isEmpty()
                && tail.letterBefore().isEmpty()) {
            deposits.add(line);
            return;
        }
        if (isDiscount(line, tail)) {
            discount(line);
            return;
        }
        if (tail == null) {
            if (isPlainlyNoName(line)) {
                unreadable.add(Trace.of(line.row()));
            }
            withoutNumbers(line);
            return;
        }
        if (tail.contradictsItself()) {
            unreadable.add(Trace.of(line.row()));
        }
        Name name = Name.of(line.row(), 0, tail.nameEnd(), spelling);
        if (name.letters() < NAME_LETTERS) {
            numbersOnly(line, tail);
        } else {
            continueName(line);
            sold(line, name, tail);
        }
    }

    /** Numbers where a line's or a sum's should stand: beside an amount, alone under a discount, in a column. */
    private boolean isPlainlyNoName(Line line) {
        boolean expected = line.amounts() > 0
                || afterDiscount && line.letters() == 0
                || line.isOf(Section.SUMMARY)
                || line.endsWithColumnOfDecimals();
        return expected && line.hasPlainNumber();
    }

    private static boolean isDiscount(Line line, Tail tail) {
        boolean negative = tail != null && tail.total() != null && tail.total().negative();
        boolean soldAsGoods = tail != null && tail.priced() && tail.quantity() != null && !negative;
        return line.is(Label.DISCOUNT) && !soldAsGoods;
    }

    private void withoutNumbers(Line line) {
        if (line.letters() >= NAME_LETTERS
                && line.row().confidence(0, line.text().length()) > 0.5) {
            pendingName = line;
            afterDiscount = false;
        }
    }

    private void discount(Line line) {
        Token amount = amountOf(line);
        if (amount == null) {
            pendingDiscount = line;
            return;
        }
        addDiscount(line, line.row().text().substring(0, amount.start()), amount, line);
    }

    /**
     * Splits the last discount among the lines whose numbers are printed under it: equally if they cost the same,
     * otherwise by value.
     */
    private void share(String numbers) {
        List<Integer> lines = Arrays.stream(numbers.split("[,; ]+"))
                .map(n -> Integer.parseInt(n) - 1)
                .toList();
        boolean known = lines.stream()
                .allMatch(i -> i >= 0 && i < items.size() && items.get(i).total() != null);
        if (!known) {
            return;
        }
        DraftDiscount whole = discounts.removeLast();
        long sum = lines.stream().mapToLong(i -> items.get(i).total().value()).sum();
        long left = whole.amount().value();
        boolean alike =
                lines.stream().map(i -> items.get(i).total().value()).distinct().count() == 1;
        boolean exact = lines.size() == 1 || alike && left % lines.size() == 0;
        for (int k = 0; k < lines.size(); k++) {
            long value = items.get(lines.get(k)).total().value();
            long part =
                    k == lines.size() - 1 || sum == 0 ? left : whole.amount().value() * value / sum;
            discounts.add(lines.size() == 1 ? whole.of(lines.get(k), true) : whole.part(part, lines.get(k), exact));
            left -= part;
        }
    }

    private static Token amountOf(Line line) {
        Token last = line.tokens().isEmpty() ? null : line.tokens().getLast();
        if (last != null && last.is(Kind.DECIMAL) && last.negative()) {
            return last;
        }
        return line.lastAmount();
    }

    private void addDiscount(Line words, String description, Token amount, Line numbers) {
        Figure figure = Alternatives.amount(numbers.row(), amount);
        Figure positive = figure.value() < 0 ? figure.negated() : figure;
        List<Letter> letters = Mark.behind(numbers.row(), amount, numbers.tokens())
                .map(Mark::letters)
                .orElse(List.of());
        discounts.add(new DraftDiscount(
                description.strip(),
                positive,
                letters,
                behindSubtotal ? -1 : items.size() - 1,
                words.is(Label.DISCOUNT),
                false,
                false,
                Trace.of(words.row())));
        pendingDiscount = null;
        pendingName = null;
        afterDiscount = true;
    }

    private void numbersOnly(Line line, Tail tail) {
        Token total = tail.total();
        boolean subtotal = subtotalBelow && total != null && !tail.priced();
        subtotalBelow = false;
        if (subtotal) {
            return;
        }
        if (pendingDiscount != null && total != null && !tail.priced()) {
            addDiscount(pendingDiscount, pendingDiscount.text(), total, line);
        } else if (pendingName != null) {
            sold(line, Name.of(pendingName.row(), 0, pendingName.text().length(), spelling), tail);
        } else if (total != null && tail.priced() && nameRanIntoNumbers(line)) {
            items.removeLast();
            sold(line, Name.of(lastSold.row(), 0, lastSold.text().length(), spelling), tail);
        } else if (total == null && tail.unitPrice() != null && !items.isEmpty()) {
            countedBelow(line, tail);
        } else if (total != null && total.negative() && !items.isEmpty()) {
            addDiscount(line, line.text().substring(0, total.start()), total, line);
        } else if (afterDiscount && total != null && !tail.priced() && !items.isEmpty()) {
            DraftItem last = items.removeLast();
            items.add(last.withReduced(Alternatives.amount(line.row(), total)));
            afterDiscount = false;
        } else if (total != null && line.row().confidence(total.start(), total.end()) > 0.5) {
            strays.add(Trace.of(line.row()));
        }
    }

    /**
     * The row above was taken for goods at a price, but its number is part of the name ({@code NAPOJ 1,51}, litres):
     * quantity, price and value stand here.
     */
    private boolean nameRanIntoNumbers(Line line) {
        if (lastSold == null || items.isEmpty() || afterDiscount) {
            return false;
        }
        DraftItem last = items.getLast();
        boolean bare = !last.priced() && last.letters().isEmpty() && last.reduced() == null;
        return bare && lastSold.row().number() == line.row().number() - 1;
    }

    /** Quantity and price under a line whose value they make. */
    private void countedBelow(Line line, Tail tail) {
        DraftItem last = items.getLast();
        if (tail.quantity() == null) {
            return;
        }
        CountBelow count = new CountBelow(
                Alternatives.quantity(line.row(), tail.quantity()), Alternatives.amount(line.row(), tail.unitPrice()));
        if (count.makes(last)) {
            items.removeLast();
            items.add(last.withCount(count.quantity(), tail.unit(), count.price()));
        }
    }

    /** The same if the signs between them are not legible. */
    private boolean countsAbove(Line line) {
        CountBelow count = CountBelow.of(line);
        if (count == null
                || items.isEmpty()
                || lastSold == null
                || lastSold.row().number() != line.row().number() - 1
                || !count.makes(items.getLast())) {
            return false;
        }
        items.add(items.removeLast().withCount(count.quantity(), null, count.price()));
        return true;
    }

    /** In a table the rest of a long name stands under it. */
    private void continueName(Line line) {
        if (!columns || pendingName == null || lastSold == null) {
            return;
        }
        DraftItem last = items.getLast();
        if (pendingName.row().number() == last.trace().row() + 1
                && pendingName.row().continues(lastSold.row())) {
            Name rest = Name.of(pendingName.row(), 0, pendingName.text().length(), spelling);
            items.removeLast();
            items.add(last.withName(last.name() + " " + rest.printed(), last.tidyName() + " " + rest.printed()));
        }
        pendingName = null;
    }

    private void sold(Line line, Name name, Tail tail) {
        Token total = tail.total();
        if (total != null && total.negative()) {
            takenBack(line, name, tail);
            return;
        }
        items.add(item(line, name, tail, voiding));
        lastSold = line;
        voiding = false;
        pendingName = null;
        pendingDiscount = null;
        afterDiscount = false;
    }

    /** A negative line repeats one that was sold, or lowers it. */
    private void takenBack(Line line, Name name, Tail tail) {
        String letters = Folding.letters(name.printed());
        boolean repeats = items.stream()
                .filter(i -> !i.voids())
                .filter(i -> tail.priced()
                        || i.total() != null
                                && Math.abs(i.total().value()) == tail.total().grosze())
                .anyMatch(i -> isNamed(i, letters));
        if (repeats || voiding || line.is(Label.VOID)) {
            items.add(item(line, name, tail, true));
            voiding = false;
            pendingName = null;
        } else {
            addDiscount(line, line.text().substring(0, tail.total().start()), tail.total(), line);
        }
    }

    private boolean isNamed(DraftItem item, String letters) {
        checkpoint.pass();
        return Likeness.isAtLeast(SAME_NAME, Folding.letters(item.name()), letters);
    }

    private DraftItem item(Line line, Name name, Tail tail, boolean voids) {
        Figure quantity = tail.quantity() == null ? null : Alternatives.quantity(line.row(), tail.quantity());
        Figure unitPrice = tail.unitPrice() == null ? null : Alternatives.amount(line.row(), tail.unitPrice());
        Figure total = tail.total() == null ? null : Alternatives.amount(line.row(), tail.total());
        if (total != null && voids && total.value() < 0) {
            total = total.negated();
        }
        List<Letter> letters = LetterEvidence.of(tail.letter(), tail.letterBefore(), name.prefix());
        return new DraftItem(
                name.printed(),
                name.tidy(letters),
                name.code(),
                quantity,
                tail.unit(),
                unitPrice,
                tail.priced(),
                total,
                letters,
                voids,
                null,
                Trace.of(line.row()));
    }
}
