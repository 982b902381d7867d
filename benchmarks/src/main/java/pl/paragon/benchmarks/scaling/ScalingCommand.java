package pl.paragon.benchmarks.scaling;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultsOption;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.stack.EmptyParagon;
import pl.paragon.running.RunningParagon;

/** What each way of sharing partitions costs when workers come and go. */
@Command(
        name = "scaling",
        description = {
            "What it costs that ocr-workers join and leave while they work, by how they agree who has which partition: records",
            "that are handed to another worker although one works on them, and the share of the workers' time in which they read.",
            "Starts a Paragon of its own on free ports for each, in which a page takes a fixed time and no processor. Medians."
        })
public final class ScalingCommand implements Callable<Integer> {

    private static final String COLUMNS = "%-14s %14s %12s %14s%n";

    @Option(
            names = "--protocols",
            paramLabel = "P",
            split = ",",
            defaultValue = "eager,cooperative,consumer",
            description = "which (default: ${DEFAULT-VALUE})")
    private List<GroupProtocol> protocols;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "4",
            description = "at most at a time; one of them stays (default: ${DEFAULT-VALUE})")
    private int workers;

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "20",
            description = "read between two steps (default: ${DEFAULT-VALUE})")
    private int pages;

    @Option(
            names = "--page-time",
            paramLabel = "MS",
            defaultValue = "2000",
            description = "that a worker takes over a page, one at a time (default: ${DEFAULT-VALUE})")
    private int pageTime;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "of each measurement, the protocols in turn (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Mixin
    private ResultsOption results;

    @Spec
    private CommandSpec spec;

    /** A figure for programs: the median of its repeats. */
    private record Row(String protocol, String measure, double median, List<Double> repeats) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (workers < 2 || IntStream.of(pages, pageTime, repeats).anyMatch(value -> value < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--workers must be at least 2, --pages, --page-time and --repeats at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Provenance provenance = Provenance.print(spec);
        Map<GroupProtocol, List<ScaleSteps.Outcome>> outcomes = measure();
        out.printf(COLUMNS, "protocol", "handed over", "retries", "reading");
        List<Row> rows = new ArrayList<>();
        outcomes.forEach((protocol, repeated) -> {
            Row handedOver = row(protocol, "handed over", repeated, ScaleSteps.Outcome::handedOver);
            Row retries = row(protocol, "retries", repeated, ScaleSteps.Outcome::retries);
            Row reading = row(protocol, "reading", repeated, ScaleSteps.Outcome::reading);
            out.printf(COLUMNS, protocol, number(handedOver), number(retries), number(reading));
            rows.addAll(List.of(handedOver, retries, reading));
        });
        results.write(spec, provenance, rows);
        return ExitCode.OK;
    }

    private Map<GroupProtocol, List<ScaleSteps.Outcome>> measure() throws IOException, InterruptedException {
        ScaleSteps steps = new ScaleSteps(workers, pages, Duration.ofMillis(pageTime));
        Map<GroupProtocol, List<ScaleSteps.Outcome>> outcomes = new EnumMap<>(GroupProtocol.class);
        Progress progress = new Progress("scaling", repeats * protocols.size());
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (GroupProtocol protocol : protocols) {
                try (RunningParagon paragon = EmptyParagon.start("scaling", settings(protocol))) {
                    outcomes.computeIfAbsent(protocol, key -> new ArrayList<>()).add(steps.measure(paragon));
                }
                progress.step();
            }
        }
        return outcomes;
    }

    private Map<String, String> settings(GroupProtocol protocol) {
        Map<String, String> settings = new HashMap<>(protocol.settings());
        settings.put("PARAGON_OCR_THREADS", "1");
        settings.put("PARAGON_STAGE_CONCURRENCY", "1");
        settings.put("PARAGON_OCR_FIXED_TEXT_PAGE_TIME", pageTime + "ms");
        return settings;
    }

    private static Row row(
            GroupProtocol protocol,
            String measure,
            List<ScaleSteps.Outcome> repeats,
            ToDoubleFunction<ScaleSteps.Outcome> value) {
        double[] values = repeats.stream().mapToDouble(value).toArray();
        return new Row(
                protocol.toString(),
                measure,
                Sample.of(values).median(),
                IntStream.range(0, values.length).mapToObj(i -> values[i]).toList());
    }

    private static String number(Row row) {
        return String.format(Locale.ROOT, "%.2f", row.median());
    }
}
