package pl.paragon.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command's results are kept. */
public final class ResultsOption {

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "where the results are written as JSON lines (default: benchmarks/results of this folder)")
    private Path folder;

    /** Writes them under the command's name, and tells where. */
    public void write(CommandSpec command, Provenance provenance, List<?> rows) throws IOException {
        ResultFile file = folder == null ? ResultFile.ofThisCheckout() : new ResultFile(folder);
        Path written = file.write(command.name(), provenance, rows);
        command.commandLine().getOut().printf("As JSON lines: %s%n", written);
    }
}
