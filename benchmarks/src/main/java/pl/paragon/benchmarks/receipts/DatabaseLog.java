package pl.paragon.benchmarks.receipts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL prints, of which statements that took long, and plans, are of interest. */
final class DatabaseLog {

    private static final Pattern DURATION =
            Pattern.compile("duration: ([0-9.]+) ms +(?:execute [^:]*|statement|bind[^:]*|parse[^:]*): (.*)");
    private static final int SHOWN = 160;

    private final List<String> lines = new ArrayList<>();

    synchronized void add(String line) {
        lines.add(line);
    }

    synchronized void forget() {
        lines.clear();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The beginnings of statements that took long, with how often they did, and how long at most. */
    synchronized List<String> slow() {
        Map<String, List<Double>> statements = new TreeMap<>();
        for (String line : lines) {
            Matcher duration = DURATION.matcher(line);
            if (duration.find()) {
                String statement = duration.group(2).strip();
                statements
                        .computeIfAbsent(
                                statement.substring(0, Math.min(SHOWN, statement.length())), any -> new ArrayList<>())
                        .add(Double.parseDouble(duration.group(1)));
            }
        }
        return statements.entrySet().stream()
                .map(statement -> "%dx, up to %.0f ms: %s"
                        .formatted(
                                statement.getValue().size(),
                                statement.getValue().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .max()
                                        .orElse(0),
                                statement.getKey()))
                .toList();
    }
}
