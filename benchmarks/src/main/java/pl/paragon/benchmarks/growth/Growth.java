package pl.paragon.benchmarks.growth;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;

/** Measures of Paragon at growing levels of something, as ratios to the first level. */
final class Growth {

    private static final int NAME = 22;
    private static final int COLUMN = 18;

    private final String of;
    private final List<Integer> levels;
    private final Map<Measure, Map<Integer, List<Double>>> repeats = new LinkedHashMap<>();

    /**
     * @param of what grows, e.g. {@code waiting jobs}
     * @param levels ascending; ratios are those to the first
     */
    Growth(String of, List<Integer> levels) {
        this.of = of;
        this.levels = List.copyOf(levels);
    }

    /** @param bar for the ratio of each level to the first */
    record Measure(String name, String unit, Bar bar) {}

    /** A result of one repeat. */
    void add(Measure measure, int level, double value) {
        repeats.computeIfAbsent(measure, key -> new LinkedHashMap<>())
                .computeIfAbsent(level, key -> new ArrayList<>())
                .add(value);
    }

    /**
     * A figure for programs.
     *
     * @param paragon its median over the repeats
     * @param ratioToFirst that median divided by the first level's
     */
    record Row(
            Map<String, Object> setting,
            String measure,
            String unit,
            double paragon,
            List<Double> paragonRepeats,
            double ratioToFirst,
            String bar,
            Verdict verdict) {}

    List<Row> rows() {
        return repeats.keySet().stream()
                .flatMap(measure -> levels.stream().map(level -> row(measure, level)))
                .toList();
    }

    private Row row(Measure measure, int level) {
        double ratio = median(measure, level) / median(measure, levels.getFirst());
        return new Row(
                Map.of(of, level),
                measure.name(),
                measure.unit(),
                median(measure, level),
                repeats.get(measure).get(level),
                ratio,
                measure.bar().toString(),
                measure.bar().judge(median(measure, level), OptionalDouble.of(ratio)));
    }

    private double median(Measure measure, int level) {
        return Sample.of(repeats.get(measure).get(level).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .median();
    }

    boolean allReached() {
        return rows().stream().noneMatch(row -> row.verdict() == Verdict.MISSED);
    }

    /** A line for each measure, and a column for each level, with its ratio to the first. */
    void print(PrintWriter out) {
        out.print(padded(of, NAME));
        levels.forEach(level -> out.print(aligned(String.format(Locale.ROOT, "%,d", level))));
        out.println();
        for (Measure measure : repeats.keySet()) {
            out.print(padded(measure.name() + ", " + measure.unit(), NAME));
            List<Row> row = levels.stream().map(level -> row(measure, level)).toList();
            row.forEach(each -> out.print(
                    aligned(String.format(Locale.ROOT, "%.3g (%.2f x)", each.paragon(), each.ratioToFirst()))));
            boolean missed = row.stream().anyMatch(each -> each.verdict() == Verdict.MISSED);
            out.println("  " + measure.bar() + (missed ? "  MISSED" : ""));
        }
        out.println();
    }

    private static String padded(String text, int width) {
        return ("%-" + width + "s").formatted(text);
    }

    private static String aligned(String text) {
        return ("%" + COLUMN + "s").formatted(text);
    }
}
