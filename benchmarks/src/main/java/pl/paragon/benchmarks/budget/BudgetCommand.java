package pl.paragon.benchmarks.budget;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.render.TemporaryReceipts;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.benchmarks.stack.StackOptions;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.PartState;

/** What each step of a receipt takes. */
@Command(
        name = "budget",
        description = {
            "Seconds per receipt in each step, from the upload to the saved result, as the services' own metrics tell it:",
            "drawn receipts through this folder's running Paragon, one after the other. Exit code 1 if one was not read."
        })
public final class BudgetCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "24",
            description = "receipts (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "8",
            description = "receipts before them (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1 || warmUp < 0) {
            throw new ParameterException(spec.commandLine(), "--count must be at least 1, --warm-up at least 0");
        }
        RunningParagon paragon = StackOptions.local();
        Provenance.print(spec);
        ReceiptReader reader = new ReceiptReader(paragon.url(), Optional.empty(), PATIENCE);
        try (TemporaryReceipts drawn = new TemporaryReceipts(seed, warmUp + count)) {
            Progress progress = new Progress("reading", warmUp + count);
            int failed = read(reader, drawn.pictures().subList(0, warmUp), progress);
            Budget before = Budget.now(service -> address(paragon, service));
            failed += read(reader, drawn.pictures().subList(warmUp, warmUp + count), progress);
            print(Budget.now(service -> address(paragon, service)).since(before));
            return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static int read(ReceiptReader reader, List<Path> pictures, Progress progress)
            throws IOException, InterruptedException {
        int failed = 0;
        for (Path picture : pictures) {
            Reading reading = reader.read(picture);
            failed += reading.error() == null ? 0 : 1;
            progress.step();
        }
        return failed;
    }

    private static URI address(RunningParagon paragon, String service) {
        PartState part = paragon.state().parts().stream()
                .filter(each -> each.name().equals(service))
                .findFirst()
                .orElseThrow();
        return URI.create("http://127.0.0.1:" + part.port());
    }

    private void print(Budget budget) {
        System.out.printf("%n%-22s%14s%14s%n", "step", "s a receipt", "times");
        budget.spent()
                .forEach((step, spent) -> System.out.printf(
                        Locale.ROOT, "%-22s%14.4f%14.1f%n", step, spent.seconds() / count, spent.times() / count));
    }
}
