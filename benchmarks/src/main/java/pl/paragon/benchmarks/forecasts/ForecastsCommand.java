package pl.paragon.benchmarks.forecasts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.render.TemporaryReceipts;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.stack.StackOptions;
import pl.paragon.running.client.ReceiptClient;

/** Uploads receipts all at once, notes each forecast of each status, and compares them with what came to pass. */
@Command(
        name = "forecasts",
        description = {
            "Upload receipts to this folder's running Paragon all at once, ask for the status of each until its end, and print",
            "how often a job ended in the interval that its status told (eta_interval_seconds), and how wrong eta_seconds was.",
            "A fifth as many are read before, one after the other, so that the stages have something to measure. Exit code 1",
            "if fewer than --least percent of the forecasts held."
        })
public final class ForecastsCommand implements Callable<Integer> {

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "60",
            description = "receipts that are uploaded at once (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--poll",
            paramLabel = "MS",
            defaultValue = "2000",
            description = "between two looks at a job, as a client does it (default: ${DEFAULT-VALUE})")
    private int poll;

    @Option(
            names = "--least",
            paramLabel = "PERCENT",
            defaultValue = "70",
            description = "of forecasts that have to hold; 80 are promised (default: ${DEFAULT-VALUE})")
    private double least;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Spec
    private CommandSpec spec;

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int DRAWN = 20;
    private static final int QUARTERS = 4;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1 || poll < 1) {
            throw new ParameterException(spec.commandLine(), "--count and --poll must be at least 1");
        }
        ReceiptClient client = StackOptions.local().client();
        Provenance.print(spec);
        try (TemporaryReceipts drawn = new TemporaryReceipts(seed, DRAWN)) {
            return measure(client, drawn.pictures());
        }
    }

    private int measure(ReceiptClient client, List<Path> receipts) throws IOException, InterruptedException {
        String user = "forecasts-" + UUID.randomUUID();
        for (int i = 0; i < Math.max(1, count / 5); i++) {
            follow(client, List.of(new Followed(client.submit(receipts.get(i % DRAWN), user))));
        }
        List<Followed> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            jobs.add(new Followed(client.submit(receipts.get(i % DRAWN), user)));
        }
        Instant began = clock.instant();
        follow(client, jobs);
        System.out.printf(
                Locale.ROOT,
                "%d receipts at once, read in %d s; %d statuses told no forecast%n%n",
                count,
                Duration.between(began, clock.instant()).toSeconds(),
                jobs.stream().mapToInt(Followed::without).sum());
        return report(jobs);
    }

    /** Looks at all that have not ended, evenly over the time between two looks at one. */
    private void follow(ReceiptClient client, List<Followed> jobs) throws IOException, InterruptedException {
        Progress progress = new Progress("reading", jobs.size());
        Instant deadline = clock.instant().plus(PATIENCE);
        for (List<Followed> left = jobs;
                !left.isEmpty();
                left = left.stream().filter(job -> !job.hasEnded()).toList()) {
            if (clock.instant().isAfter(deadline)) {
                throw new IOException(left.size() + " jobs have not ended after " + PATIENCE.toMinutes() + " minutes");
            }
            for (Followed job : left) {
                JsonNode status = client.status(job.job());
                if (ReceiptClient.hasEnded(status)) {
                    job.ended(Instant.parse(status.path("timestamp").asText()));
                    progress.step();
                } else {
                    job.told(status, clock.instant());
                }
                Thread.sleep(Duration.ofMillis(poll).dividedBy(left.size()));
            }
        }
    }

    private int report(List<Followed> jobs) {
        List<Told> all = jobs.stream().flatMap(Followed::forecasts).toList();
        if (all.isEmpty()) {
            System.out.println("No status told a forecast");
            return ExitCode.SOFTWARE;
        }
        System.out.printf(
                "%-34s%10s%10s%10s%10s%10s%10s%10s%n",
                "", "forecasts", "left, s", "held, %", "sooner, %", "later, %", "error, %", "bias, %");
        print("all", new Judgement(all));
        System.out.println();
        print(all, Told::state);
        System.out.println();
        print(all, told -> "up to %4d s left".formatted(ceiling(told.left())));
        System.out.println();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            List<Told> those = jobs.subList(count * quarter / QUARTERS, count * (quarter + 1) / QUARTERS).stream()
                    .flatMap(Followed::forecasts)
                    .toList();
            print("of the uploads, quarter " + (quarter + 1), new Judgement(those));
        }
        return new Judgement(all).within() >= least ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static long ceiling(double seconds) {
        long bound = 1;
        while (bound < seconds) {
            bound *= 2;
        }
        return bound;
    }

    private static void print(List<Told> all, Function<Told, String> by) {
        all.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                .forEach((what, those) -> print(what, new Judgement(those)));
    }

    private static void print(String what, Judgement judgement) {
        if (judgement.forecasts().isEmpty()) {
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s%10d%10.1f%10.0f%10.0f%10.0f%10.0f%+10.0f%n",
                what,
                judgement.forecasts().size(),
                judgement.left(),
                judgement.within(),
                judgement.endedBefore(),
                judgement.endedAfter(),
                judgement.error(),
                judgement.bias());
    }
}
