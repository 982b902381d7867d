package pl.paragon.benchmarks.hops;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultsOption;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.Checkout;

/** How soon a receipt is done that needs no reading. */
@Command(
        name = "hops",
        description = {
            "Milliseconds from the upload of a PDF with its text to its SUCCESS, one after the other: of the first one after a",
            "start, and of later ones; and how much of that comes after the text was published. Starts a Paragon of its own on",
            "free ports. Medians over the repeats. Exit code 1 if a bar is missed, or a job does not end with SUCCESS."
        })
public final class HopsCommand implements Callable<Integer> {

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "300",
            description = "in each repeat (default: ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "1000",
            description = "that go before, and do not count (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "of all but the first job (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Mixin
    private ResultsOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (IntStream.of(jobs, warmUp, repeats).anyMatch(value -> value < 1)) {
            throw new ParameterException(spec.commandLine(), "--jobs, --warm-up and --repeats must be at least 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Provenance provenance = Provenance.print(spec);
        Path home = Checkout.ofThisProgram().directory().resolve("benchmarks/target/hops");
        Figures figures = new Figures();
        try (RunningParagon paragon = RunningParagon.in(home, Map.of()).up("--fresh");
                RecognizedTexts texts =
                        new RecognizedTexts("127.0.0.1:" + paragon.ports().kafka())) {
            new Hops(jobs, warmUp, repeats, Clock.systemUTC())
                    .measure(Target.paragon(paragon.url(), Optional.empty()), texts::published, figures);
        }
        figures.print(out);
        out.println();
        results.write(spec, provenance, figures.rows());
        return figures.allReached() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
