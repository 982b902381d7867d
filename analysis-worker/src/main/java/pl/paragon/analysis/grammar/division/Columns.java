package pl.paragon.analysis.grammar.division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.division.SignedRow.Region;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;

/**
 * Cuts a page between receipts that lie side by side. Two papers can always be separated by a straight line, however
 * each of them is turned; so lines of several slopes are tried along which no word stands. A table has such lines, too:
 * a page is cut only if both sides stand as receipts. For the pages of one file.
 */
final class Columns {

    /** Steep lines, as dx/dy: papers are laid or photographed up to some 19° askew. */
    private static final double MOST_SLOPE = 0.35;

    private static final double SLOPE_STEP = 0.05;
    /** In heights of a line. */
    private static final double GUTTER = 1;
    /** Of the widest gaps of a slope so many are looked at; receipts with tables have some three each. */
    private static final int MOST_GAPS = 32;

    /** Putting rows together costs the square of the lines, so all cuts that are tried have no more of them. */
    private static final int MOST_LINES = 5_000;

    private static final int FEWEST_LINES = 4;
    private static final int FEWEST_AMOUNTS = 2;
    private static final int WORD = 4;
    private static final double LEGIBLE = 0.5;
    private static final Pattern OF_HEAD_OR_TOTAL =
            Pattern.compile("(?i)fiskaln|\\bnip\\b|suma|razem|og[oó]łem|zap[łl]at|total|summe|gesamt|zahlen|betrag"
                    + "|invoice|amount|nett");

    private static final Pattern AMOUNT = Pattern.compile("\\d ?[.,] ?\\d\\d(?!\\d)");

    private final SignedRows rows;
    private final Checkpoint checkpoint;
    private long budget = MOST_LINES;

    Columns(SignedRows rows, Checkpoint checkpoint) {
        this.rows = rows;
        this.checkpoint = checkpoint;
    }

    /** The page's columns from left to right; only itself if it has one, or if it lies turned. */
    List<Page> of(Page page) {
        List<Words> lines = page.lines().stream()
                .filter(line -> !line.text().isBlank())
                .map(Words::of)
                .toList();
        boolean upright = page.lines().stream().anyMatch(line -> TurnedPrint.quarter(line.quad()) == 0);
        if (lines.size() < 2 * FEWEST_LINES || !upright) {
            return List.of(page);
        }
        Cut best = best(page, lines);
        if (best == null) {
            return List.of(page);
        }
        List<Page> columns = new ArrayList<>(of(best.left));
        columns.addAll(of(best.right));
        return columns;
    }

    /** Of the steepest lines that cut the page into two receipts the best; {@code null} if there are none. */
    private Cut best(Page page, List<Words> lines) {
        Set<List<Integer>> tried = new HashSet<>();
        long whole = -1;
        for (int step = 0; step * SLOPE_STEP <= MOST_SLOPE; step++) {
            Cut best = null;
            for (Gap gap : gaps(lines, step)) {
                checkpoint.pass();
                List<Integer> cuts = lines.stream().map(line -> cut(line, gap)).toList();
                Sides sides = tried.add(cuts) ? sides(lines, cuts) : Sides.NONE;
                if (sides.mayBeReceipts() && (budget -= lines.size()) >= 0) {
                    whole = whole < 0 ? rows(page).wholeRows() : whole;
                    Cut cut = cut(page.withLines(sides.left), page.withLines(sides.right));
                    best = cut != null && cut.whole >= whole && cut.isBetterThan(best) ? cut : best;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private Stretch rows(Page page) {
        return new Stretch(rows.of(new Region(page, false)));
    }

    /**
     * A page in two receipts.
     *
     * @param whole rows in which words and their amount stand together: a cut through a table leaves fewer of them
     *     than the page has
     */
    private record Cut(Page left, Page right, long whole) {

        /** Of equal ones that nearer to the middle: then many columns take few cuts on end. */
        boolean isBetterThan(Cut other) {
            return other == null || whole > other.whole || whole == other.whole && smaller() > other.smaller();
        }

        private int smaller() {
            return Math.min(left.lines().size(), right.lines().size());
        }
    }

    /** {@code null} if not both sides are receipts. */
    private Cut cut(Page left, Page right) {
        Stretch one = rows(left);
        Stretch other = rows(right);
        boolean receipts = one.begins() && other.begins() || one.isReceipt() && other.isReceipt();
        return receipts ? new Cut(left, right, one.wholeRows() + other.wholeRows()) : null;
    }

    /**
     * A line that no word crosses.
     *
     * @param slope dx/dy
     * @param at its x at the top of the page
     * @param width of the free space along it
     */
    private record Gap(double slope, double at, double width) {

        boolean isLeft(double x, double y) {
            return x - slope * y < at;
        }
    }

    /** Those of a slope and of its opposite, the widest first. */
    private static List<Gap> gaps(List<Words> lines, int step) {
        double height = height(lines);
        List<Quad> words = lines.stream()
                .filter(Columns::isPrint)
                .flatMap(line -> line.words().stream().map(line::quad))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (double slope : step == 0 ? new double[] {0} : new double[] {step * SLOPE_STEP, -step * SLOPE_STEP}) {
            double reach = Double.NaN;
            for (Span next : spans(words, slope)) {
                if (next.from - reach >= GUTTER * height) {
                    gaps.add(new Gap(slope, (reach + next.from) / 2, next.from - reach));
                }
                reach = Double.isNaN(reach) ? next.to : Math.max(reach, next.to);
            }
        }
        return gaps.stream()
                .sorted(Comparator.comparingDouble(Gap::width).reversed())
                .limit(MOST_GAPS)
                .toList();
    }

    private static double height(List<Words> lines) {
        double[] heights = lines.stream()
                .map(words -> words.line().quad())
                .mapToDouble(q -> Math.hypot(q.x4() - q.x1(), q.y4() - q.y1()))
                .sorted()
                .toArray();
        return heights[heights.length / 2];
    }

    /** Specks and the grain of a table between two papers are read as signs or badly. */
    private static boolean isPrint(Words words) {
        TextLine line = words.line();
        return line.confidence() >= LEGIBLE && line.text().chars().anyMatch(Character::isLetterOrDigit);
    }

    /** What a word takes across lines of a slope. */
    private record Span(double from, double to) {}

    private static List<Span> spans(List<Quad> words, double slope) {
        return words.stream()
                .map(q -> {
                    double a = q.x1() - slope * q.y1();
                    double b = q.x2() - slope * q.y2();
                    double c = q.x3() - slope * q.y3();
                    double d = q.x4() - slope * q.y4();
                    return new Span(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
                })
                .sorted(Comparator.comparingDouble(Span::from))
                .toList();
    }

    private record Sides(List<TextLine> left, List<TextLine> right) {

        static final Sides NONE = new Sides(List.of(), List.of());

        /** Cheaper than putting rows together, and enough to leave columns of amounts where they are. */
        boolean mayBeReceipts() {
            return mayBeReceipt(left) && mayBeReceipt(right);
        }

        private static boolean mayBeReceipt(List<TextLine> lines) {
            long worded = lines.stream()
                    .filter(line ->
                            line.text().chars().filter(Character::isLetter).count() >= WORD)
                    .count();
            long amounts = lines.stream()
                    .filter(line -> AMOUNT.matcher(line.text()).find())
                    .count();
            return worded >= FEWEST_LINES
                    && amounts >= FEWEST_AMOUNTS
                    && lines.stream()
                            .anyMatch(line ->
                                    OF_HEAD_OR_TOTAL.matcher(line.text()).find());
        }
    }

    private static Sides sides(List<Words> lines, List<Integer> cuts) {
        List<TextLine> left = new ArrayList<>();
        List<TextLine> right = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Words line = lines.get(i);
            int cut = cuts.get(i);
            if (cut == line.words().size()) {
                left.add(line.line());
            } else if (cut == 0) {
                right.add(line.line());
            } else {
                left.add(line.only(0, cut));
                right.add(line.only(cut, line.words().size()));
            }
        }
        return new Sides(left, right);
    }

    /** How many of the line's words stand left of the gap. */
    private static int cut(Words line, Gap gap) {
        int cut = 0;
        while (cut < line.words().size() && isLeft(line, line.words().get(cut), gap)) {
            cut++;
        }
        return cut;
    }

    private static boolean isLeft(Words line, Words.Placed word, Gap gap) {
        Quad q = line.quad(word);
        return gap.isLeft((q.x1() + q.x2() + q.x3() + q.x4()) / 4, (q.y1() + q.y2() + q.y3() + q.y4()) / 4);
    }
}
