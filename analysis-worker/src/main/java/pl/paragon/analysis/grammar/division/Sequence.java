package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.text.Likeness;

/**
 * Finds where receipts begin among the rows of a file, from top to bottom and page by page. A receipt that has its
 * goods and its total is complete; the next one begins with the next head behind which goods and a total stand. What
 * stands between two receipts (a card slip, coupons, thanks) belongs to the one above it.
 */
final class Sequence {

    /** The rows of a head above its tax number. */
    private static final int HEAD_ROWS = 6;
    /** What a head has beside its title: a seller, an address, a date … */
    private static final int KINDS_OF_HEAD = 2;
    /** Rows of a page in which its head is looked for, if no goods end it. */
    private static final int TOP_OF_A_PAGE = 15;
    /** A tax table under the total is still the receipt's. */
    private static final int TABLE_BELOW_TOTAL = 12;
    /** Between two papers lies at least so many times the usual distance of rows. */
    private static final double WIDE = 2.5;
    /** Parts of one receipt that overlap share goods; two receipts of one shop may share some. */
    private static final double MOST = 0.6;

    private static final double ALIKE = 0.75;
    /** Goods that are compared with goods, each with each. */
    private static final int MOST_GOODS = 100;

    private final List<SignedRow> rows;
    private final Stretch all;
    private final Heads heads;
    private final Checkpoint checkpoint;
    private final List<Receipt> found = new ArrayList<>();

    /** @param start index of its first row */
    record Receipt(int start, Optional<Doubt> doubt) {}

    Sequence(List<SignedRow> rows, Heads heads, Checkpoint checkpoint) {
        this.rows = rows;
        this.all = new Stretch(rows);
        this.heads = heads;
        this.checkpoint = checkpoint;
    }

    /** In their order; at least one. */
    List<Receipt> receipts() {
        int start = 0;
        Next next = next(start);
        while (next.start < rows.size()) {
            found.add(receipt(start, next));
            start = next.start;
            next = next(start);
        }
        found.add(receipt(start, next));
        return List.copyOf(found);
    }

    /** @param heads whether a head within this receipt may be another's */
    private record Next(int start, boolean heads) {}

    private Receipt receipt(int start, Next next) {
        if (hasTwoTotals(all.between(start, next.start))) {
            return new Receipt(start, Optional.of(Doubt.TOTALS));
        }
        return new Receipt(start, next.heads ? Optional.of(Doubt.HEADS) : Optional.empty());
    }

    /** Where the receipt after the one that begins at {@code from} begins; behind all rows if there is none. */
    private Next next(int from) {
        int total = total(from);
        int paid = next(Sign.PAYMENT, Math.max(from, next(Sign.GOODS, from)));
        boolean unclear = false;
        for (int i = from + 1; i < rows.size(); i++) {
            checkpoint.pass();
            boolean complete = total >= 0 && total < i;
            if (rows.get(i).region() != rows.get(i - 1).region()) {
                if (rows.get(i).region().apart() || complete && opensAfterTotal(i)) {
                    return new Next(i, unclear);
                }
                if (!complete && isHeadOfItsOwn(from, i)) {
                    switch (heads.compare(all.between(from, i), page(i))) {
                        case DIFFERENT -> {
                            return new Next(i, unclear);
                        }
                        case UNKNOWN -> unclear |= !repeatsGoods(from, i);
                        case SAME -> {}
                    }
                }
            } else if (complete && isAnotherHead(from, i) || (complete || paid >= 0 && paid < i) && isTitleOfGoods(i)) {
                return new Next(topOfHead(complete ? total : paid, i), unclear);
            }
        }
        return new Next(rows.size(), unclear);
    }

    /** Where the receipt is complete: a total behind goods, or a payment behind goods and taxes; otherwise −1. */
    private int total(int from) {
        int goods = next(Sign.GOODS, from);
        boolean taxed = false;
        for (int i = goods; i >= 0 && i < rows.size(); i++) {
            if (rows.get(i).is(Sign.TOTAL) || taxed && rows.get(i).is(Sign.PAYMENT)) {
                return i;
            }
            taxed |= rows.get(i).is(Sign.TAX);
        }
        return -1;
    }

    /** The first row from here on that tells this, or −1. */
    private int next(Sign sign, int from) {
        for (int i = from; i < rows.size(); i++) {
            if (rows.get(i).is(sign)) {
                return i;
            }
        }
        return -1;
    }

    private Stretch page(int from) {
        int end = from;
        while (end < rows.size() && rows.get(end).region() == rows.get(from).region()) {
            end++;
        }
        return all.between(from, end);
    }

    /** Whether a page that follows a complete receipt begins another one. */
    private boolean opensAfterTotal(int page) {
        Stretch top = top(page);
        if (page(page).isSlip() || top.has(Sign.NEXT_PAGE)) {
            return false;
        }
        if (top.isHeaded() && page(page).begins()) {
            return true;
        }
        boolean headed = top.isHeaded()
                || top.has(Sign.HEADING)
                || top.has(Sign.COMPANY)
                || top.has(Sign.ADDRESS)
                || top.has(Sign.DATE);
        int goods = next(Sign.GOODS, page);
        int total = goods < 0 ? -1 : next(Sign.TOTAL, goods);
        return headed && total >= 0 && behind(page, total).isReceipt();
    }

    /** The rows of a page above its goods. */
    private Stretch top(int page) {
        int goods = page(page).first(Sign.GOODS);
        int size = page(page).rows().size();
        return all.between(page, page + Math.min(goods < 0 ? size : goods, Math.min(size, TOP_OF_A_PAGE)));
    }

    /** From here to the total, with the tax table below it. */
    private Stretch behind(int from, int total) {
        return all.between(from, Math.min(rows.size(), total + 1 + TABLE_BELOW_TOTAL));
    }

    /** Whether both the rows before this page and the page have a head and goods. */
    private boolean isHeadOfItsOwn(int from, int page) {
        Stretch before = all.between(from, page);
        Stretch top = top(page);
        return before.begins() && top.isHeaded() && page(page).begins() && !top.has(Sign.NEXT_PAGE);
    }

    /** Whether most of the page's goods stand on the pages before it as well. */
    private boolean repeatsGoods(int from, int page) {
        List<String> before = goods(all.between(from, page));
        List<String> after = goods(page(page));
        long repeated = after.stream()
                .filter(name -> before.stream().anyMatch(other -> Likeness.isAtLeast(ALIKE, name, other)))
                .count();
        return repeated >= MOST * Math.min(before.size(), after.size());
    }

    private static List<String> goods(Stretch stretch) {
        return stretch.rows().stream()
                .filter(row -> row.is(Sign.GOODS))
                .limit(MOST_GOODS)
                .map(row -> row.row().text().replace(" ", ""))
                .toList();
    }

    /** The title of a receipt: goods follow it before the next total. A terminal prints titles, too, but no goods. */
    private boolean isTitleOfGoods(int title) {
        if (!rows.get(title).is(Sign.TITLE)) {
            return false;
        }
        int goods = next(Sign.GOODS, title);
        int total = next(Sign.TOTAL, title);
        if (goods < 0 || total >= 0 && total < goods) {
            return false;
        }
        Stretch behind = all.between(title, total < 0 ? rows.size() : total + 1);
        return !behind.has(Sign.SLIP) || behind.has(Sign.TAX) || behind.has(Sign.PRODUCT);
    }

    /**
     * Whether a seller's name or number below a complete receipt heads another one: goods and another total stand
     * behind it, with products, taxes or a payment. Many tills print the seller below the goods, and offers below that.
     */
    private boolean isAnotherHead(int from, int head) {
        SignedRow row = rows.get(head);
        if (!row.isAny(Sign.TAX_NUMBER, Sign.COMPANY) && !row.is(Sign.HEADING)) {
            return false;
        }
        int goods = next(Sign.GOODS, head);
        int total = goods < 0 ? -1 : next(Sign.TOTAL, goods);
        if (total < 0 || isBetterHeadBetween(head, goods)) {
            return false;
        }
        Stretch behind = behind(head, total);
        boolean another =
                !all.between(from, head).totals().contains(rows.get(total).total());
        return another
                && kindsOfHead(all.between(Math.max(from, head - HEAD_ROWS), goods)) >= KINDS_OF_HEAD
                && behind.isAccount()
                && !behind.isSlip();
    }

    private static long kindsOfHead(Stretch stretch) {
        return Stream.of(Sign.TAX_NUMBER, Sign.COMPANY, Sign.HEADING, Sign.ADDRESS, Sign.DATE)
                .filter(stretch::has)
                .count();
    }

    /** Whether a row between a head and goods heads these goods rather: a title, a second seller, or one on a page. */
    private boolean isBetterHeadBetween(int head, int goods) {
        boolean number = rows.get(head).is(Sign.TAX_NUMBER);
        boolean farewell = false;
        for (int i = head + 1; i <= goods; i++) {
            SignedRow row = rows.get(i);
            boolean second = row.is(Sign.TAX_NUMBER) && number || row.isAny(Sign.TAX_NUMBER, Sign.COMPANY) && farewell;
            if (second || row.is(Sign.TITLE) || row.region() != rows.get(i - 1).region()) {
                return true;
            }
            number |= row.is(Sign.TAX_NUMBER);
            farewell |= row.is(Sign.FAREWELL);
        }
        return false;
    }

    /**
     * The first row of a head of which one row is known.
     *
     * @param total of the receipt above
     */
    private int topOfHead(int total, int known) {
        int last = total;
        for (int i = total + 1; i < known; i++) {
            last = rows.get(i).isAny(Sign.PAYMENT, Sign.TAX) || rows.get(i).isAny(Sign.TOTAL, Sign.SLIP) ? i : last;
        }
        for (int i = known; i > last; i--) {
            if (rows.get(i).region() != rows.get(i - 1).region()) {
                return i;
            }
        }
        int wide = widestGap(last, known);
        if (wide > 0) {
            return wide;
        }
        int top = numberAbove(last, known);
        int lowest = Math.max(last, top - HEAD_ROWS - 1);
        while (top - 1 > lowest && rows.get(top - 1).fitsAHead()) {
            top--;
        }
        return top;
    }

    /** A title's tax number stands above it; what is above a farewell is another receipt's. */
    private int numberAbove(int last, int title) {
        int lowest = rows.get(title).is(Sign.TITLE) ? Math.max(last, title - HEAD_ROWS - 1) : title;
        for (int i = title - 1; i > lowest && !rows.get(i).is(Sign.FAREWELL); i--) {
            if (rows.get(i).is(Sign.TAX_NUMBER)) {
                return i;
            }
        }
        return title;
    }

    /** The row under the widest gap between two papers, or −1 if none is wide enough. */
    private int widestGap(int last, int known) {
        double[] steps = new double[rows.size()];
        for (int i = 1; i < rows.size(); i++) {
            steps[i] = rows.get(i).region() == rows.get(i - 1).region() ? y(i) - y(i - 1) : 0;
        }
        double[] sorted = Arrays.stream(steps).filter(step -> step > 0).sorted().toArray();
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        int widest = -1;
        for (int i = last + 1; i <= known; i++) {
            if (steps[i] > WIDE * usual && (widest < 0 || steps[i] > steps[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private double y(int row) {
        return rows.get(row).row().pieces().getFirst().y();
    }

    /** Goods, a total, then again goods with their taxes and another total, all under one head. */
    private static boolean hasTwoTotals(Stretch receipt) {
        int goods = receipt.first(Sign.GOODS);
        int total = goods < 0 ? -1 : goods + receipt.from(goods).first(Sign.TOTAL);
        if (goods < 0 || total < goods) {
            return false;
        }
        for (int i = total + 1; i < receipt.rows().size(); i++) {
            boolean begins = receipt.rows().get(i).is(Sign.PRODUCT)
                    || receipt.rows().get(i).is(Sign.GOODS)
                            && receipt.rows().get(i).region()
                                    != receipt.rows().get(total).region();
            Stretch rest = receipt.from(i);
            int next = begins ? rest.first(Sign.TOTAL) : -1;
            boolean another = next >= 0
                    && rest.has(Sign.TAX)
                    && !receipt.between(0, i)
                            .totals()
                            .contains(rest.rows().get(next).total());
            if (another) {
                return true;
            }
        }
        return false;
    }
}
