package pl.paragon.benchmarks.emptyjobs;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.SideBySideOptions;
import pl.paragon.benchmarks.stack.EmptyParagon;
import pl.paragon.running.RunningParagon;

/** What the pipeline costs when reading and analysing cost nothing. */
@Command(
        name = "empty-jobs",
        description = {
            "Jobs a second and milliseconds of a job if nobody reads the picture or understands the text, and everything else",
            "is real, beside a reference system. Starts a Paragon of its own on free ports, with the engines fixed-text and",
            "empty; start the reference with a ready text instead of OCR. Medians over the repeats, which take both systems in",
            "turn. Exit code 1 if a bar is missed, or a job does not end with SUCCESS."
        })
public final class EmptyJobsCommand implements Callable<Integer> {

    @Mixin
    private SideBySideOptions sideBySide;

    @Option(
            names = "--burst",
            paramLabel = "N",
            defaultValue = "2000",
            description = "jobs that are uploaded all at once (default: ${DEFAULT-VALUE})")
    private int burst;

    @Option(
            names = "--one-by-one",
            paramLabel = "N",
            defaultValue = "300",
            description = "jobs of a client that waits for each (default: ${DEFAULT-VALUE})")
    private int oneByOne;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "2000",
            description = "jobs of each system before, which do not count (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Override
    public Integer call() throws IOException, InterruptedException {
        sideBySide.check();
        sideBySide.atLeastOne("--burst", burst);
        sideBySide.atLeastOne("--one-by-one", oneByOne);
        sideBySide.atLeastOne("--warm-up", warmUp);
        Provenance provenance = sideBySide.provenance();
        Figures figures = new Figures();
        try (RunningParagon paragon = EmptyParagon.start("empty-jobs", Map.of())) {
            new EmptyJobs(burst, oneByOne, warmUp)
                    .measure(sideBySide.systems(paragon.url(), Optional.empty()), sideBySide.repeats(), figures);
        }
        return sideBySide.report(provenance, figures) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
