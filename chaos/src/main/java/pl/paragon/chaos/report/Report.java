package pl.paragon.chaos.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.chaos.audit.Evidence;
import pl.paragon.chaos.audit.Rule;
import pl.paragon.chaos.audit.Violation;
import pl.paragon.chaos.load.ClientJob;
import pl.paragon.chaos.load.Upload;
import pl.paragon.chaos.mischief.Death;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.servers.process.Signal;

/**
 * What a run has shown.
 *
 * @param done the kinds of mischief that were really done
 * @param mischief how long it went on
 * @param settling how long it took from its end until nothing moved
 */
public record Report(
        Evidence evidence, List<Violation> violations, List<String> done, Duration mischief, Duration settling) {

    /** Of one rule, or of one job's log; the rest is counted. */
    private static final int MOST_LINES = 12;

    public Report {
        violations = List.copyOf(violations);
        done = List.copyOf(done);
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    /** The figures of a run, for people and for {@code docs/reliability.md}. */
    public List<String> figures() {
        long cancels = evidence.jobs().stream().filter(ClientJob::cancelAsked).count();
        long copies = evidence.events().values().stream()
                .mapToLong(events -> events.size() - events.stream().distinct().count())
                .sum();
        long attempts = evidence.events().values().stream()
                .flatMap(List::stream)
                .filter(RetryScheduled.class::isInstance)
                .distinct()
                .count();
        return List.of(
                "uploads      " + evidence.uploads().size() + ": "
                        + counts(evidence.uploads().stream(), Report::result),
                "jobs         " + evidence.jobs().size() + " accepted, " + cancels
                        + " cancelled by their clients; ended: "
                        + counts(evidence.outcomes().values().stream(), row -> row.outcome()),
                "failures     "
                        + counts(
                                evidence.outcomes().values().stream()
                                        .filter(row -> row.outcome().equals("failed")),
                                row -> row.errorCode()),
                "records      " + copies + " were there twice or more; " + attempts + " retries were scheduled",
                "mischief     " + done.size() + " in " + mischief.toSeconds() + " s: "
                        + counts(done.stream(), kind -> kind),
                "services     ended: "
                        + counts(
                                evidence.deaths().stream(),
                                death -> death.service().module() + " by SIG" + death.signal())
                        + "; longest orderly stop " + longestStop() + " s",
                "settled      " + settling.toSeconds() + " s after the last mischief");
    }

    /** Each rule, whether it holds, and where it does not; with the lines that the logs have about those jobs. */
    public List<String> audit(JobLogs logs) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            List<Violation> broken = violations.stream()
                    .filter(violation -> violation.rule() == rule)
                    .toList();
            lines.add("%-4s %-28s %s".formatted(broken.isEmpty() ? "ok" : "RED", rule.title(), rule.reason()));
            broken.stream().limit(MOST_LINES).forEach(violation -> {
                lines.add("       " + violation);
                violation.job().stream()
                        .flatMap(job -> logs.about(job, MOST_LINES).stream())
                        .forEach(line -> lines.add("           | " + line));
            });
            broken.stream().skip(MOST_LINES).forEach(violation -> lines.add("       " + violation));
        }
        lines.add(isClean() ? "clean" : violations.size() + " violations");
        return lines;
    }

    private String longestStop() {
        return "%.1f"
                .formatted(evidence.deaths().stream()
                                .filter(death -> death.signal() == Signal.TERM)
                                .map(Death::took)
                                .max(Comparator.naturalOrder())
                                .orElse(Duration.ZERO)
                                .toMillis()
                        / 1000.0);
    }

    private static String result(Upload upload) {
        return switch (upload.result()) {
            case Upload.Accepted accepted -> "accepted";
            case Upload.Refused(var code, var error) -> code + " " + error;
            case Upload.Unanswered unanswered -> "unanswered";
        };
    }

    private static <T> String counts(Stream<T> items, Function<T, String> name) {
        Map<String, Long> counts = items.collect(Collectors.groupingBy(name, TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(count -> String.format(Locale.ROOT, "%d %s", count.getValue(), count.getKey()))
                        .collect(Collectors.joining(", "));
    }
}
