package pl.paragon.benchmarks.throughput;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.benchmarks.render.TemporaryReceipts;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.SideBySideOptions;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.stack.AddressOptions;

/** Uploads drawn receipts all at once and waits until all have been read. */
@Command(
        name = "throughput",
        description = {
            "How many receipts a minute are read, beside a reference system: drawn ones, uploaded all at once, from the first",
            "upload to the last SUCCESS; and the processor seconds that each process of this folder's Paragon spends on a page.",
            "Medians over the repeats, which take both systems in turn. Exit code 1 if a bar is missed, or a receipt was not read."
        })
public final class ThroughputCommand implements Callable<Integer> {

    @Mixin
    private AddressOptions address;

    @Mixin
    private SideBySideOptions sideBySide;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "36",
            description = "receipts (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "8",
            description = "of them that each system reads before (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    private static final Bar PER_MINUTE = new Bar.AtLeast(80);
    private static final Bar NONE = new Bar.None();

    @Override
    public Integer call() throws IOException, InterruptedException {
        sideBySide.check();
        sideBySide.atLeastOne("--count", count);
        sideBySide.atLeastOne("--warm-up", warmUp);
        Optional<ProcessorTimes> processors = address.onThisMachine().map(ProcessorTimes::new);
        Systems systems = sideBySide.systems(address.url(), address.apiKey());
        Provenance provenance = sideBySide.provenance();
        Figures figures = new Figures();
        Map<Target.Kind, Integer> failed = new EnumMap<>(Target.Kind.class);
        try (TemporaryReceipts drawn = new TemporaryReceipts(seed, count)) {
            List<Path> first = drawn.pictures().subList(0, Math.min(warmUp, count));
            Progress progress = new Progress("reading", systems.inTurn(0).size() * (1 + sideBySide.repeats()));
            for (Target target : systems.inTurn(SideBySideOptions.WARM_UP)) {
                Burst.of(target, first).measure();
                progress.step();
            }
            for (int repeat = 0; repeat < sideBySide.repeats(); repeat++) {
                for (Target target : systems.inTurn(repeat)) {
                    Burst burst = Burst.of(target, drawn.pictures());
                    Burst.Outcome outcome =
                            switch (target.kind()) {
                                case PARAGON -> measure(burst, processors, figures);
                                case REFERENCE -> burst.measure();
                            };
                    figures.add(target.kind(), setting(), "receipts", "1/min", PER_MINUTE, outcome.perMinute());
                    failed.merge(target.kind(), outcome.failed(), Integer::sum);
                    progress.step();
                }
            }
        }
        boolean reached = sideBySide.report(provenance, figures);
        failed.forEach((system, jobs) -> sideBySide.out().printf("not read by the %s: %d%n", system, jobs));
        return reached && failed.get(Target.Kind.PARAGON) == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Burst.Outcome measure(Burst burst, Optional<ProcessorTimes> processors, Figures figures)
            throws IOException, InterruptedException {
        if (processors.isEmpty()) {
            return burst.measure();
        }
        Map<String, Duration> before = processors.get().now();
        Burst.Outcome outcome = burst.measure();
        // Each drawn receipt has one page.
        ProcessorTimes.perPage(before, processors.get().now(), count)
                .forEach((part, seconds) ->
                        figures.add(Target.Kind.PARAGON, Map.of("processor of", part), "page", "s", NONE, seconds));
        return outcome;
    }

    private Map<String, Object> setting() {
        return Map.of("receipts at once", count);
    }
}
