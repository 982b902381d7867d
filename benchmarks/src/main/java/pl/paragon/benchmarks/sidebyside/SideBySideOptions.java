package pl.paragon.benchmarks.sidebyside;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultsOption;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

/** Which system Paragon is compared with, how often both are measured, and what becomes of the results. */
public final class SideBySideOptions {

    /** The number of the repeat with which a command begins, and which does not count: a fresh JVM is slow. */
    public static final int WARM_UP = -1;

    @Option(
            names = "--reference",
            paramLabel = "URL",
            description =
                    "the system to compare with, e.g. http://127.0.0.1:18000/api/v3/receipts; without it, only Paragon"
                            + " is measured, and bars that are ratios stay open")
    private URI reference;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "of each measurement, both systems in turn; one more that does not count goes before"
                    + " (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Mixin
    private ResultsOption results;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    public int repeats() {
        return repeats;
    }

    /** Refuses what cannot be measured. */
    public void check() {
        atLeastOne("--repeats", repeats);
        if (reference != null && (!"http".equals(reference.getScheme()) || reference.getHost() == null)) {
            throw wrong("--reference must be an address such as http://127.0.0.1:18000/api/v3/receipts");
        }
    }

    public void atLeastOne(String option, int value) {
        if (value < 1) {
            throw wrong(option + " must be at least 1");
        }
    }

    public ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    /** @param paragon where it is, e.g. {@code http://localhost:8000} */
    public Systems systems(URI paragon, Optional<String> apiKey) {
        return new Systems(
                Target.paragon(paragon, apiKey),
                Optional.ofNullable(reference).map(other -> new Target(Kind.REFERENCE, other, Optional.empty())));
    }

    /** Where results are printed. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Of this run; prints it, too. */
    public Provenance provenance() {
        Provenance provenance = Provenance.print(command);
        return provenance;
    }

    /** Prints the figures, writes them to a file, and says whether all bars were reached. */
    public boolean report(Provenance provenance, Figures figures) throws IOException {
        figures.print(out());
        out().println();
        results.write(command, provenance, figures.rows());
        return figures.allReached();
    }
}
