package pl.paragon.benchmarks.sidebyside;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

/** All that a command measures, in the order in which it is first measured. */
public final class Figures {

    private static final String COLUMNS = "%-34s %-16s %12s %12s %8s  %-10s%s%n";

    private record Key(Map<String, Object> setting, String measure, String unit) {}

    private final Map<Key, Figure> figures = new LinkedHashMap<>();

    /** A result of one repeat. */
    public void add(Kind kind, Map<String, Object> setting, String measure, String unit, Bar bar, double value) {
        Figure figure = figures.computeIfAbsent(
                new Key(setting, measure, unit),
                key -> new Figure(setting, measure, unit, bar, new ArrayList<>(), new ArrayList<>()));
        List<Double> repeats =
                switch (kind) {
                    case PARAGON -> figure.paragon();
                    case REFERENCE -> figure.reference();
                };
        repeats.add(value);
    }

    public boolean allReached() {
        return figures.values().stream().noneMatch(figure -> figure.verdict() == Verdict.MISSED);
    }

    /** Medians over the repeats, and their ratio. */
    public void print(PrintWriter out) {
        out.printf(COLUMNS, "", "", "paragon", "reference", "ratio", "bar", "");
        Map<String, Object> last = Map.of();
        for (Figure figure : figures.values()) {
            String setting = figure.setting().equals(last)
                    ? ""
                    : figure.setting().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "));
            last = figure.setting();
            out.printf(
                    COLUMNS,
                    setting,
                    figure.measure() + ", " + figure.unit(),
                    number(OptionalDouble.of(figure.ofParagon())),
                    number(figure.ofReference()),
                    number(figure.ratio()),
                    figure.bar(),
                    switch (figure.verdict()) {
                        case REACHED -> "reached";
                        case MISSED -> "MISSED";
                        case OPEN -> "";
                    });
        }
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, value.getAsDouble() < 100 ? "%.3g" : "%,.0f", value.getAsDouble());
    }

    /**
     * A figure for programs.
     *
     * @param paragon its median, {@code paragonRepeats} what that is the median of; so are the reference's
     */
    public record Row(
            Map<String, Object> setting,
            String measure,
            String unit,
            double paragon,
            List<Double> paragonRepeats,
            Double reference,
            List<Double> referenceRepeats,
            Double ratio,
            String bar,
            Verdict verdict) {

        static Row of(Figure figure) {
            return new Row(
                    figure.setting(),
                    figure.measure(),
                    figure.unit(),
                    figure.ofParagon(),
                    figure.paragon(),
                    figure.ofReference().stream().boxed().findFirst().orElse(null),
                    figure.reference(),
                    figure.ratio().stream().boxed().findFirst().orElse(null),
                    figure.bar().toString(),
                    figure.verdict());
        }
    }

    public List<Row> rows() {
        return figures.values().stream().map(Row::of).toList();
    }
}
