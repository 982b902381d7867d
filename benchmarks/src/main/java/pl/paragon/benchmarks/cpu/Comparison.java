package pl.paragon.benchmarks.cpu;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import pl.paragon.running.service.Service;

/** Processor milliseconds per page of two builds, service by service, round by round. */
final class Comparison {

    /** What reading costs, whatever the gateway and the database do for it. */
    private static final List<String> READING = List.of(Service.OCR.module(), Service.ANALYSIS.module());

    private final int pages;
    private final Map<String, Rounds> here = new LinkedHashMap<>();
    private final Map<String, Rounds> there = new LinkedHashMap<>();

    Comparison(int pages) {
        this.pages = pages;
    }

    /** A round of this build, and the round of the other that followed it. */
    void add(Map<String, Duration> ours, Map<String, Duration> theirs) {
        note(here, ours);
        note(there, theirs);
    }

    private void note(Map<String, Rounds> side, Map<String, Duration> spent) {
        spent.forEach((service, time) -> side.merge(service, perPage(time), Rounds::then));
    }

    private Rounds perPage(Duration time) {
        return new Rounds(new double[] {time.toNanos() / 1e6 / pages});
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-32s %8s %8s %8s".formatted("ms per page, median", "here", "against", "change"));
        here.keySet().forEach(service -> lines.add(line("  " + service, here.get(service), there.get(service))));
        Rounds ours = reading(here);
        Rounds theirs = reading(there);
        lines.add(line("reading (ocr and analysis)", ours, theirs));
        lines.add("");
        lines.add("reading, each round, here:    " + each(ours));
        lines.add("reading, each round, against: " + each(theirs));
        return lines;
    }

    private static Rounds reading(Map<String, Rounds> side) {
        return READING.stream().map(side::get).reduce(Rounds::plus).orElseThrow();
    }

    private static String line(String name, Rounds ours, Rounds theirs) {
        double change = 100 * (ours.median() / theirs.median() - 1);
        return String.format(Locale.ROOT, "%-32s %8.1f %8.1f %+7.1f%%", name, ours.median(), theirs.median(), change);
    }

    private static String each(Rounds rounds) {
        return Arrays.stream(rounds.times())
                .mapToObj(milliseconds -> String.format(Locale.ROOT, "%.1f", milliseconds))
                .collect(Collectors.joining(" "));
    }
}
