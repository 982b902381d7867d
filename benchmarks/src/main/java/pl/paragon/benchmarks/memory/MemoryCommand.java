package pl.paragon.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.render.Renderer;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.stack.Readings;
import pl.paragon.benchmarks.stack.ReceiptReader;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.benchmarks.stack.StackOptions;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.stack.Checkout;

/** Sends many receipts through this folder's Paragon and watches the memory of its processes. */
@Command(
        name = "memory",
        description = {
            "Send many receipts through this folder's running Paragon; print the resident memory of each service over time",
            "(and how much of it the Java heap has), and whether it is flat over the second half and below the limit of",
            "the service's container in k8s/base. Exit code 1 if not.",
            "Reads /proc, so Paragon must run on this machine."
        })
public final class MemoryCommand implements Callable<Integer> {

    private static final double MIB = 1024 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "pictures or PDF files to send, over and over; without it, receipts are drawn")
    private Path folder;

    @Option(
            names = {"--count", "--receipts"},
            paramLabel = "N",
            defaultValue = "1000",
            description = "receipts in all (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "50",
            description = "receipts between two measurements (default: ${DEFAULT-VALUE})")
    private int every;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Mixin
    private StackOptions options;

    @Spec
    private CommandSpec spec;

    private Renderer renderer;

    /** The memory of each service after so many receipts. */
    private record Look(int receipts, List<Long> bytes) {}

    private static final Path CHECKOUT = Checkout.ofThisProgram().directory();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (count < 1 || every < 1) {
            throw new ParameterException(spec.commandLine(), "--count and --every must be at least 1");
        }
        RunningParagon stack = StackOptions.local();
        ReceiptReader reader = options.reader();
        List<Path> given = folder == null ? List.of() : files(folder);
        renderer = new Renderer(seed);
        Provenance.print(spec);
        System.out.println("resident MiB (of which Java heap) after so many receipts");
        System.out.println(row("receipts", ServiceProcess.SERVICES));
        List<Look> looks = new ArrayList<>(List.of(look(stack, 0)));
        Progress progress = new Progress("reading", count);
        int failed = 0;
        for (int done = 0; done < count; done += every) {
            List<Path> files = next(given, done, Math.min(every, count - done));
            for (Reading reading : Readings.all(reader, files, options.atATime(), progress::step)) {
                failed += reading.error() == null ? 0 : 1;
            }
            looks.add(look(stack, done + files.size()));
            if (given.isEmpty()) {
                forget(files);
            }
        }
        return summary(stack, looks, failed) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static Look look(RunningParagon stack, int receipts) throws IOException, InterruptedException {
        List<Long> bytes = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (String service : ServiceProcess.SERVICES) {
            bytes.add(ServiceProcess.of(stack, service).residentBytes());
            cells.add(mib(bytes.getLast()) + " ("
                    + mib(JavaHeap.of(stack, service).committedBytes()) + ")");
        }
        System.out.println(row(String.valueOf(receipts), cells));
        return new Look(receipts, bytes);
    }

    /** @return whether every service is as it should be */
    private static boolean summary(RunningParagon stack, List<Look> looks, int failed) throws IOException {
        List<String> peaks = new ArrayList<>();
        List<String> limits = new ArrayList<>();
        List<String> trends = new ArrayList<>();
        List<String> words = new ArrayList<>();
        boolean good = true;
        for (int i = 0; i < ServiceProcess.SERVICES.size(); i++) {
            String service = ServiceProcess.SERVICES.get(i);
            long peak = ServiceProcess.of(stack, service).peakBytes();
            long limit = Limit.of(CHECKOUT, service);
            double per100 = per100(looks.subList(looks.size() / 2, looks.size()), i);
            Verdict verdict = Verdict.of(per100, peak, limit);
            peaks.add(mib(peak));
            limits.add(mib(limit));
            trends.add(String.format(Locale.ROOT, "%+.1f", per100 / MIB));
            words.add(verdict.toString());
            good &= verdict == Verdict.FLAT;
        }
        System.out.println(row("peak", peaks));
        System.out.println(row("limit", limits) + "   of the container, k8s/base");
        System.out.println(row("per 100", trends) + "   MiB, least squares over the second half");
        System.out.println(row("", words));
        System.out.println(failed + " receipts ended as failures");
        return good;
    }

    private static double per100(List<Look> looks, int service) {
        return Trend.per100(
                looks.stream().mapToDouble(Look::receipts).toArray(),
                looks.stream().mapToDouble(look -> look.bytes().get(service)).toArray());
    }

    private List<Path> next(List<Path> given, int from, int howMany) throws IOException {
        List<Path> files = new ArrayList<>();
        Path drawn = Files.createDirectories(CHECKOUT.resolve("benchmarks/target/memory"));
        for (int i = from; i < from + howMany; i++) {
            files.add(given.isEmpty() ? renderer.render(i, drawn) : given.get(i % given.size()));
        }
        return files;
    }

    private static void forget(List<Path> drawn) throws IOException {
        for (Path picture : drawn) {
            Files.delete(picture);
            Files.delete(Truth.beside(picture));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder);
        }
        try (var all = Files.walk(folder)) {
            List<Path> files = all.filter(ReceiptClient::canSend).sorted().toList();
            if (files.isEmpty()) {
                throw new IOException("There is no picture and no PDF file in " + folder);
            }
            return files;
        }
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MIB);
    }

    private static String row(String first, List<String> rest) {
        StringBuilder row = new StringBuilder("%-10s".formatted(first));
        rest.forEach(each -> row.append("%20s".formatted(each)));
        return row.toString();
    }
}
