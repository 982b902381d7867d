package pl.paragon.benchmarks.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.render.Renderer;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.Checkout;
import pl.paragon.running.stack.PartState;
import pl.paragon.testsupport.hostile.HostileFile;
import pl.paragon.testsupport.hostile.HostileFiles;

/** How long plain receipts wait beside files that mean harm. */
@Command(
        name = "hostile",
        description = {
            "How long plain receipts take beside a stream of hostile files, side by side with the same receipts alone.",
            "Starts a Paragon of its own on free ports. Exit code 1 if a service is restarted, a receipt is not read or",
            "takes longer than --most, or a hostile file ends otherwise than it must. Run it on a quiet machine."
        })
public final class HostileCommand implements Callable<Integer> {

    @Option(
            names = "--receipts",
            paramLabel = "N",
            defaultValue = "24",
            description = "plain receipts, drawn (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--at-a-time",
            paramLabel = "N",
            defaultValue = "4",
            description = "hostile files in progress at a time (default: ${DEFAULT-VALUE})")
    private int atATime;

    @Option(
            names = "--most",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "that a receipt may take beside them (default: ${DEFAULT-VALUE})")
    private int most;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts and of the order of the hostile files (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1 || atATime < 1) {
            throw new ParameterException(spec.commandLine(), "--receipts and --at-a-time must be at least 1");
        }
        Provenance.print(spec);
        Path target = Checkout.ofThisProgram().directory().resolve("benchmarks/target");
        Path folder = Files.createDirectories(target.resolve("hostile-files"));
        List<Path> receipts = receipts(folder);
        List<HostileFile> hostile = new ArrayList<>(HostileFiles.all());
        // The corpus is sorted by kind, and the dearest kind would all come at once.
        Collections.shuffle(hostile, new Random(seed));
        try (RunningParagon paragon = RunningParagon.in(target.resolve("hostile"), Map.of())) {
            paragon.up("--fresh");
            Uploads uploads = new Uploads(paragon.client());
            uploads.alone(receipts, new Progress("warming up", count));
            Waits alone = uploads.alone(receipts, new Progress("alone", count));
            long began = System.nanoTime();
            Uploads.Outcome beside = uploads.beside(
                    receipts, hostile, atATime, folder, new Progress("beside hostile files", hostile.size()));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return report(alone, beside, took, restarts(paragon));
        }
    }

    private List<Path> receipts(Path folder) throws IOException {
        Renderer renderer = new Renderer(seed);
        List<Path> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drawn.add(renderer.render(i, folder));
        }
        return drawn;
    }

    private static int restarts(RunningParagon paragon) {
        return paragon.state().parts().stream().mapToInt(PartState::restarts).sum();
    }

    private int report(Waits alone, Uploads.Outcome beside, Duration took, int restarts) {
        System.out.printf(
                Locale.ROOT,
                "%d hostile files, %d at a time, in %d s: %s%n",
                beside.fates().size(),
                atATime,
                took.toSeconds(),
                fates(beside.fates()));
        System.out.printf("restarts of services and servers: %d%n%n", restarts);
        System.out.printf(
                "%-44s %8s %8s %8s%n", "seconds from a receipt's upload to its result", "median", "longest", "failed");
        System.out.println(row(count + " plain receipts alone", alone));
        System.out.println(row("the same " + count + " beside the hostile files", beside.receipts()));
        boolean asItMustBe = restarts == 0
                && alone.failures() + beside.receipts().failures() == 0
                && beside.receipts().longest().compareTo(Duration.ofSeconds(most)) <= 0
                && !beside.fates().contains(Fate.UNEXPECTED);
        return asItMustBe ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String fates(List<Fate> fates) {
        return Arrays.stream(Fate.values())
                .map(fate -> Collections.frequency(fates, fate) + " " + fate)
                .collect(Collectors.joining(", "));
    }

    private static String row(String name, Waits waits) {
        return String.format(
                Locale.ROOT,
                "%-44s %8.1f %8.1f %8d",
                name,
                waits.median().toMillis() / 1000.0,
                waits.longest().toMillis() / 1000.0,
                waits.failures());
    }
}
