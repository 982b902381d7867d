package pl.paragon.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/** An accuracy run in tables. */
final class Report {

    private static final List<String> VERDICTS = List.of("proved", "consistent", "in_doubt", "failed");

    private final List<Score> scores;

    Report(List<Score> scores) {
        this.scores = scores;
    }

    List<String> lines(boolean all) {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s %4s %6s %6s %6s %6s %6s %13s %6s %6s %8s %8s %6s"
                .formatted(
                        "",
                        "n",
                        "total",
                        "date",
                        "nip",
                        "store",
                        "due",
                        "lines P / R",
                        "names",
                        "qty",
                        "perfect",
                        "invented",
                        "FALSE"));
        lines.add(row("all", scores));
        lines.add("");
        grouped(score -> score.kind().layout()).forEach((kind, group) -> lines.add(row(kind, group)));
        lines.add("");
        grouped(score -> score.kind().condition()).forEach((kind, group) -> lines.add(row(kind, group)));
        lines.add("");
        lines.addAll(verdicts());
        lines.add("");
        lines.addAll(failures(all));
        return lines;
    }

    private Map<String, List<Score>> grouped(Function<Score, String> by) {
        Map<String, List<Score>> groups = new TreeMap<>();
        scores.forEach(score -> groups.computeIfAbsent(by.apply(score), kind -> new ArrayList<>())
                .add(score));
        return groups;
    }

    private static String row(String name, List<Score> of) {
        return "%-28s %4d %6s %6s %6s %6s %6s %13s %6s %6s %8s %8s %6s"
                .formatted(
                        name,
                        of.size(),
                        percent(Metric.TOTAL, of),
                        percent(Metric.DATE, of),
                        percent(Metric.NIP, of),
                        percent(Metric.STORE, of),
                        percent(Metric.DUE, of),
                        percent(Metric.LINES_PRECISION, of) + " / " + percent(Metric.LINES_RECALL, of),
                        percent(Metric.NAMES, of),
                        percent(Metric.QUANTITIES, of),
                        percent(Metric.PERFECT, of),
                        percent(Metric.INVENTED_TOTALS, of),
                        (int) Metric.FALSE_PROOFS.of(of).orElse(0));
    }

    private static String percent(Metric metric, List<Score> of) {
        OptionalDouble value = metric.of(of);
        return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", value.getAsDouble());
    }

    /** Of what was said with each verdict, how much is right. */
    private List<String> verdicts() {
        List<String> lines = new ArrayList<>();
        lines.add("%-28s %4s %12s %18s".formatted("what is said to be", "n", "total right", "and all lines"));
        for (String verdict : VERDICTS) {
            List<Score> said =
                    scores.stream().filter(s -> s.verdict().equals(verdict)).toList();
            long totals = said.stream().filter(s -> s.total().orElse(true)).count();
            long amounts = said.stream().filter(Score::amountsRight).count();
            lines.add("%-28s %4d %12s %18s"
                    .formatted(verdict, said.size(), of(totals, said.size()), of(amounts, said.size())));
        }
        return lines;
    }

    private static String of(long part, int whole) {
        return whole == 0 ? "-" : "%d (%.0f %%)".formatted(part, 100.0 * part / whole);
    }

    /** @param all wrong names alone too */
    private List<String> failures(boolean all) {
        List<String> lines = new ArrayList<>();
        List<Score> wrong = scores.stream()
                .filter(s -> all ? !s.said().isEmpty() : !s.perfect())
                .toList();
        lines.add(wrong.size() + " of " + scores.size() + (all ? " with anything wrong" : " not perfect"));
        for (Score score : wrong) {
            lines.add("");
            lines.add(score.of().name() + " (" + score.verdict() + ")");
            score.said().stream()
                    .filter(what -> all || !what.startsWith("name:"))
                    .forEach(what -> lines.add("  " + what));
        }
        return lines;
    }
}
