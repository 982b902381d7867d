package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.stack.Checkout;

/** What reading a page costs, beside another build. */
@Command(
        name = "cpu-per-page",
        description = {
            "Processor milliseconds per page of this build and of another, in turn.",
            "Starts a Paragon of each on free ports, has both read all files to warm up, and then one after the other,"
                    + " round by round, so that whatever else the machine does meets both."
        })
public final class PerPageCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "pictures and PDF files to read, also in its folders")
    private List<Path> folders;

    @Option(
            names = "--against",
            required = true,
            paramLabel = "CHECKOUT",
            description = "another folder of the project, built there (./paragon build)")
    private Path against;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often each build reads all files (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "2",
            description = "rounds of each before the first that counts (default: ${DEFAULT-VALUE})")
    private int warmUps;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || warmUps < 0) {
            throw new ParameterException(spec.commandLine(), "--rounds must be at least 1");
        }
        Checkout here = Checkout.ofThisProgram();
        Checkout there = Checkout.at(against);
        for (Checkout checkout : List.of(here, there)) {
            if (!Files.exists(checkout.program()) || !checkout.missing().isEmpty()) {
                throw new IOException(
                        "Paragon is not built in " + checkout.directory() + ". Build it: ./paragon build");
            }
        }
        List<Path> files = files();
        int pages = 0;
        for (Path file : files) {
            pages += Pages.of(file);
        }
        Path target = here.directory().resolve("benchmarks/target");
        Progress progress = new Progress("cpu-per-page", 2 * (warmUps + rounds) * files.size());
        Comparison comparison = new Comparison(pages);
        try (RunningParagon ours = RunningParagon.of(here, target.resolve("cpu-here"), Map.of());
                RunningParagon theirs = RunningParagon.of(there, target.resolve("cpu-there"), Map.of())) {
            ProcessorMeter second = new ProcessorMeter(theirs.up("--fresh"));
            ProcessorMeter first = new ProcessorMeter(ours.up("--fresh"));
            for (int i = 0; i < warmUps; i++) {
                first.round(files, progress::step);
                second.round(files, progress::step);
            }
            for (int i = 0; i < rounds; i++) {
                comparison.add(first.round(files, progress::step), second.round(files, progress::step));
            }
        }
        Provenance.print(spec);
        System.out.printf("against  %s%n%n", Provenance.commitOf(there));
        System.out.printf(
                "%d files of %d pages, %d rounds of each build in turn after %d of warming up%n%n",
                files.size(), pages, rounds, warmUps);
        comparison.lines().forEach(System.out::println);
        return 0;
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("There is no folder " + folder);
            }
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(ReceiptClient::canSend).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new IOException("There is nothing to read in " + folders);
        }
        return files;
    }
}
