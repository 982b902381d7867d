package pl.paragon.analysis.picture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;

/**
 * Where the print of a page lies in its picture. A page without print reaches no edge and counts as legible.
 *
 * @param lineHeight median, in pixels from the top of a line's box to its bottom; letters are half as high
 * @param confidence mean of the readers', weighted by length, 0–1
 */
record PrintedArea(Page page, double lineHeight, double confidence) {

    /** A line that ends so many line heights from the edge may go on behind it … */
    private static final double AT_SIDE = 0.3;
    /** … or have another above or below it. */
    private static final double AT_END = 0.8;
    /** So many lines at one side are no chance … */
    private static final int FEWEST_AT_SIDE = 3;
    /** … if they are this share of all. */
    private static final double SHARE_AT_SIDE = 0.1;

    static PrintedArea of(Page page) {
        List<TextLine> lines = page.lines();
        double[] heights =
                lines.stream().mapToDouble(PrintedArea::height).sorted().toArray();
        double letters = lines.stream().mapToInt(line -> line.text().length()).sum();
        double weighted = lines.stream()
                .mapToDouble(line -> line.confidence() * line.text().length())
                .sum();
        return new PrintedArea(
                page,
                heights.length == 0 ? Double.MAX_VALUE : heights[heights.length / 2],
                letters == 0 ? 1 : weighted / letters);
    }

    boolean reachesTop() {
        return nearestIs(AT_END, line -> line.quad().bounds().y());
    }

    boolean reachesBottom() {
        return nearestIs(
                AT_END,
                line -> page.height()
                        - line.quad().bounds().y()
                        - line.quad().bounds().h());
    }

    boolean reachesLeft() {
        return manyAreAt(line -> line.quad().bounds().x());
    }

    boolean reachesRight() {
        return manyAreAt(line ->
                page.width() - line.quad().bounds().x() - line.quad().bounds().w());
    }

    private boolean nearestIs(double lineHeights, ToDoubleFunction<TextLine> distance) {
        return page.lines().stream().anyMatch(line -> distance.applyAsDouble(line) < lineHeights * lineHeight);
    }

    private boolean manyAreAt(ToDoubleFunction<TextLine> distance) {
        long count = page.lines().stream()
                .filter(line -> distance.applyAsDouble(line) < AT_SIDE * lineHeight)
                .count();
        return count >= Math.max(FEWEST_AT_SIDE, SHARE_AT_SIDE * page.lines().size());
    }

    private static double height(TextLine line) {
        Quad quad = line.quad();
        return Math.hypot(quad.x4() - quad.x1(), quad.y4() - quad.y1());
    }
}
