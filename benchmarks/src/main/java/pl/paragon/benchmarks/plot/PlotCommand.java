package pl.paragon.benchmarks.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.running.stack.Checkout;

/** Draws the results that were kept. */
@Command(
        name = "plot",
        description = {
            "Draws the results in a folder as SVG, beside them: a line for each figure, a picture for each unit. To keep the",
            "results of a run, copy its file from benchmarks/results under the name of the benchmark."
        })
public final class PlotCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "with files such as uploads.jsonl (default: docs/performance)")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path kept = folder == null ? Checkout.ofThisProgram().directory().resolve("docs/performance") : folder;
        for (Map.Entry<String, String> plot : Plots.of(kept).entrySet()) {
            spec.commandLine().getOut().println(Files.writeString(kept.resolve(plot.getKey()), plot.getValue()));
        }
        return ExitCode.OK;
    }
}
