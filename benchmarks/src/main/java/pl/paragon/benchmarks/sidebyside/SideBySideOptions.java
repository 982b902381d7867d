package pl.paragon.benchmarks.sidebyside;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultFile;
import pl.paragon.benchmarks.sidebyside.Target.Kind;
import pl.paragon.benchmarks.stack.AddressOptions;
import pl.paragon.running.RunningParagon;

/** Which two systems are measured, and how often. */
public final class SideBySideOptions {

    /** The number of the repeat with which a command begins, and which does not count: a fresh JVM is slow. */
    public static final int WARM_UP = -1;

    private static final String RECEIPTS = "/api/v3/receipts";

    @Mixin
    private AddressOptions address;

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

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "where the results are written as JSON lines (default: benchmarks/results of this folder)")
    private Path results;

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

    public Target paragon() throws IOException {
        return new Target(Kind.PARAGON, URI.create(withoutSlash(address.url()) + RECEIPTS), address.apiKey());
    }

    /** Both, or Paragon alone; each other time the other way round, so that neither always comes after the other. */
    public List<Target> inTurn(int repeat) throws IOException {
        List<Target> targets = new ArrayList<>(List.of(paragon()));
        if (reference != null) {
            Target other = new Target(Kind.REFERENCE, URI.create(withoutSlash(reference)), Optional.empty());
            targets.add(repeat % 2 == 0 ? 1 : 0, other);
        }
        return targets;
    }

    /** Paragon, if its processes are on this machine. */
    public Optional<RunningParagon> onThisMachine() throws IOException {
        return address.onThisMachine();
    }

    /** Where results are printed. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Of this run; prints it, too. */
    public Provenance provenance() {
        Provenance provenance =
                Provenance.of(command.commandLine().getParent().getParseResult().originalArgs(), Clock.systemUTC());
        provenance.lines().forEach(out()::println);
        return provenance;
    }

    /** Prints the figures, writes them to a file, and says whether all bars were reached. */
    public boolean report(Provenance provenance, Figures figures) throws IOException {
        figures.print(out());
        ResultFile folder = results == null ? ResultFile.ofThisCheckout() : new ResultFile(results);
        Path file = folder.write(command.name(), provenance, figures.rows());
        out().printf("%nAs JSON lines: %s%n", file);
        return figures.allReached();
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
