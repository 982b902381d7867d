package pl.paragon.benchmarks.accuracy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What was reached once and is not to be lost: {@code GROUP.METRIC = LEVEL}, the group {@code all} or a layout's name.
 */
public final class Levels {

    private static final String ALL = "all";

    private final Map<String, Double> levels;

    private Levels(Map<String, Double> levels) {
        this.levels = levels;
    }

    /** A recorded level beside what was measured. */
    record Held(String key, double level, double measured, boolean undercut) {}

    /** @throws IOException if the file cannot be read, or a line of it says nothing */
    public static Levels read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        }
        Map<String, Double> levels = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String metric = key.substring(key.indexOf('.') + 1);
            if (Metric.called(metric).isEmpty()) {
                throw new IOException(file + ": there is no metric " + metric + " (" + key + ")");
            }
            levels.put(key, Double.valueOf(properties.getProperty(key).strip()));
        }
        return new Levels(levels);
    }

    /** @throws IOException if a level is of receipts that were not measured: it would hold for nothing */
    List<Held> hold(List<Score> scores) throws IOException {
        List<Held> held = new ArrayList<>();
        for (Map.Entry<String, Double> level : levels.entrySet()) {
            String group = level.getKey().substring(0, level.getKey().indexOf('.'));
            Metric metric =
                    Metric.called(level.getKey().substring(group.length() + 1)).orElseThrow();
            List<Score> of = scores.stream()
                    .filter(s -> group.equals(ALL) || s.kind().layout().equals(group))
                    .toList();
            OptionalDouble measured = metric.of(of);
            if (of.isEmpty() || measured.isEmpty()) {
                throw new IOException("There is a level for " + level.getKey() + ", but nothing was measured for it.");
            }
            held.add(new Held(
                    level.getKey(),
                    level.getValue(),
                    measured.getAsDouble(),
                    metric.undercuts(measured.getAsDouble(), level.getValue())));
        }
        return held;
    }

    static List<String> table(List<Held> held) {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s %10s %10s".formatted("level", "recorded", "measured"));
        for (Held each : held) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-28s %10.1f %10.1f%s",
                    each.key(),
                    each.level(),
                    each.measured(),
                    each.undercut() ? "  UNDERCUT" : ""));
        }
        return lines;
    }
}
