package pl.paragon.benchmarks.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A line for each figure with a dot for Paragon and a square for the reference, as SVG. The scale is logarithmic: equal
 * distances are equal ratios, and a health of 0.1 ms has its place beside one of two seconds. The same results give the
 * same bytes.
 *
 * <pre>
 *                            1        10       100
 *  clients 1: p50   ─────────┼──■──●──┼────────┼──   6.96   3.20
 *  clients 1: p99   ─────────┼───────■┼──●─────┼──   18.6   7.16
 * </pre>
 */
final class DotPlot {

    private static final int WIDTH = 860;
    private static final int LEFT = 300;
    private static final int RIGHT = 690;
    private static final int PARAGON_VALUE = 770;
    private static final int REFERENCE_VALUE = 850;
    private static final int MARGIN = 10;
    private static final int HEAD = 84;
    private static final int FOOT = 12;
    private static final int ROW = 22;
    private static final int RADIUS = 5;

    /** From the middle of a line of letters to their foot. */
    private static final int DROP = 4;

    private static final String PAPER = "#ffffff";
    private static final String RULE = "#d0d0d0";
    private static final String INK = "#222222";

    /** Told apart by form and lightness, too. */
    private static final String PARAGON = "#1f5fa8";

    private static final String REFERENCE = "#d98a1f";

    private final StringBuilder svg = new StringBuilder();
    private final List<KeptResult> results;
    private final int lowest;
    private final int highest;

    private DotPlot(List<KeptResult> results) {
        this.results = results;
        double[] powers = results.stream()
                .flatMapToDouble(
                        result -> DoubleStream.concat(DoubleStream.of(result.paragon()), result.reference().stream()))
                .map(Math::log10)
                .toArray();
        this.lowest = (int) Math.floor(DoubleStream.of(powers).min().orElseThrow());
        this.highest = Math.max(
                lowest + 1, (int) Math.ceil(DoubleStream.of(powers).max().orElseThrow()));
    }

    /** @param results of one benchmark in one unit, at least one; each above zero */
    static String of(List<KeptResult> results) {
        DotPlot plot = new DotPlot(results);
        plot.draw();
        return plot.svg.toString();
    }

    private void draw() {
        int height = HEAD + results.size() * ROW + FOOT;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">\n"
                .formatted(WIDTH, height));
        svg.append("  <rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n".formatted(WIDTH, height, PAPER));
        KeptResult first = results.getFirst();
        text(MARGIN, 22, 15, "start", INK, first.benchmark() + ", " + first.unit());
        text(MARGIN, 42, 11, "start", INK, first.origin());
        text(PARAGON_VALUE, HEAD - 16, 12, "end", PARAGON, "● Paragon");
        if (results.stream().anyMatch(result -> result.reference().isPresent())) {
            text(REFERENCE_VALUE, HEAD - 16, 12, "end", REFERENCE, "■ reference");
        }
        for (int power = lowest; power <= highest; power++) {
            int x = x(Math.pow(10, power));
            line(x, HEAD - 10, x, height - FOOT);
            text(x, HEAD - 16, 11, "middle", INK, tick(power));
        }
        for (int i = 0; i < results.size(); i++) {
            row(results.get(i), HEAD + i * ROW + ROW / 2);
        }
        svg.append("</svg>\n");
    }

    private void row(KeptResult result, int y) {
        text(LEFT - 2 * MARGIN, y + DROP, 12, "end", INK, result.setting() + ": " + result.measure());
        line(LEFT, y, RIGHT, y);
        result.reference().ifPresent(value -> {
            svg.append("  <rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
                    .formatted(x(value) - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS, REFERENCE));
            text(REFERENCE_VALUE, y + DROP, 12, "end", INK, number(value));
        });
        svg.append("  <circle cx=\"%d\" cy=\"%d\" r=\"%d\" fill=\"%s\"/>\n"
                .formatted(x(result.paragon()), y, RADIUS, PARAGON));
        text(PARAGON_VALUE, y + DROP, 12, "end", INK, number(result.paragon()));
    }

    private int x(double value) {
        double part = (Math.log10(value) - lowest) / (highest - lowest);
        return (int) Math.round(LEFT + part * (RIGHT - LEFT));
    }

    private void line(int x1, int y1, int x2, int y2) {
        svg.append("  <line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>\n".formatted(x1, y1, x2, y2, RULE));
    }

    private void text(int x, int y, int size, String anchor, String colour, String words) {
        svg.append("  <text x=\"%d\" y=\"%d\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(x, y, size, anchor, colour, escaped(words)));
    }

    private static String tick(int power) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, -power) + "f", Math.pow(10, power));
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.3g" : "%,.0f", value);
    }
}
