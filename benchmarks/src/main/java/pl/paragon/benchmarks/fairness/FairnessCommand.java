package pl.paragon.benchmarks.fairness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.benchmarks.stack.StackOptions;
import pl.paragon.running.client.ReceiptClient;

/** Uploads one user's bulk, and while it is being read, single receipts of another. */
@Command(
        name = "fairness",
        description = {
            "Upload a bulk of receipts as one user to this folder's running Paragon, and, while it is being read,",
            "single receipts as another, one after the other. Prints how much longer these take than alone, in",
            "receipts' time: what one receipt takes alone. Exit code 1 if the longest delay is above --most.",
            "The bulk is cancelled in the end unless --keep."
        })
public final class FairnessCommand implements Callable<Integer> {

    @Option(
            names = "--bulk",
            paramLabel = "N",
            defaultValue = "2000",
            description = "receipts of the bulk (default: ${DEFAULT-VALUE})")
    private int bulk;

    @Option(
            names = "--singles",
            paramLabel = "N",
            defaultValue = "10",
            description = "single receipts, alone and beside the bulk (default: ${DEFAULT-VALUE})")
    private int singles;

    @Option(
            names = "--most",
            paramLabel = "X",
            defaultValue = "2",
            description = "the longest delay that is fair, in receipts' time (default: ${DEFAULT-VALUE})")
    private double most;

    @Option(names = "--keep", description = "leave the bulk to be read to its end")
    private boolean keep;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec;

    /** How often a status is asked for: the end of a job is seen so much later at most. */
    private static final Duration POLL = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int DRAWN = 20;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (bulk < 1 || singles < 1) {
            throw new ParameterException(spec.commandLine(), "--bulk and --singles must be at least 1");
        }
        ReceiptClient client = StackOptions.local().client();
        Provenance.print(spec);
        try (TemporaryReceipts drawn = new TemporaryReceipts(seed, DRAWN)) {
            return measure(client, drawn.pictures());
        }
    }

    private int measure(ReceiptClient client, List<Path> receipts) throws IOException, InterruptedException {
        // Of this run alone: a bulk of an earlier one may still be under way.
        String run = UUID.randomUUID().toString();
        singles(client, receipts, run + "-warming-up");
        List<Duration> alone = singles(client, receipts, run + "-alone");
        List<String> jobs = new ArrayList<>();
        Progress progress = new Progress("uploading the bulk", bulk);
        for (int i = 0; i < bulk; i++) {
            jobs.add(client.submit(receipts.get(i % receipts.size()), run + "-bulk"));
            progress.step();
        }
        List<Duration> beside = singles(client, receipts, run + "-beside");
        long left = left(client, jobs);
        if (!keep) {
            cancel(client, jobs);
        }
        return report(new Delays(alone, beside), left);
    }

    /** What each of the singles took, from its upload to the end of its job. */
    private List<Duration> singles(ReceiptClient client, List<Path> receipts, String user)
            throws IOException, InterruptedException {
        ReceiptReader reader = new ReceiptReader(client, POLL, PATIENCE);
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < singles; i++) {
            long began = System.nanoTime();
            String job = client.submit(receipts.get(i % receipts.size()), user);
            Optional<String> end =
                    reader.awaitEnd(job).map(status -> status.path("status").asText());
            if (!end.equals(Optional.of("SUCCESS"))) {
                throw new IOException("Job " + job + " of " + user + " ended as " + end.orElse("nothing at all"));
            }
            took.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return took;
    }

    private static long left(ReceiptClient client, List<String> jobs) throws IOException, InterruptedException {
        long left = 0;
        for (String job : jobs) {
            left += ReceiptClient.hasEnded(client.status(job)) ? 0 : 1;
        }
        return left;
    }

    private static void cancel(ReceiptClient client, List<String> jobs) throws IOException, InterruptedException {
        for (String job : jobs.reversed()) {
            client.cancel(job);
        }
    }

    private int report(Delays delays, long left) {
        System.out.printf(
                Locale.ROOT,
                "one receipt alone: %.2f s (median of %d)%n",
                delays.alone().toMillis() / 1000.0,
                singles);
        System.out.printf(Locale.ROOT, "of the bulk of %d, %d were left when the last single was done%n", bulk, left);
        System.out.printf(
                Locale.ROOT,
                "delay beside the bulk, in receipts' time: median %.2f, longest %.2f (at most %.1f is fair)%n",
                delays.median(),
                delays.longest(),
                most);
        if (left == 0) {
            System.out.println("The bulk was over too early to show anything: a larger --bulk");
            return ExitCode.SOFTWARE;
        }
        return delays.longest() <= most ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
