package pl.paragon.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.render.Renderer;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.running.client.ReceiptClient;
import pl.paragon.running.stack.Checkout;

/** What a receipt costs. */
@Command(
        name = "cpu",
        description = {
            "Processor seconds per receipt and stage, side by side with whole-page Tesseract on the same pictures.",
            "Starts a Paragon of its own for each engine, one after the other, on free ports; start-up and the rounds of warming up are not counted. Run it on a quiet machine."
        })
public final class CpuCommand implements Callable<Integer> {

    private static final String OCR = "ocr-worker";

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "pictures to read, also in its folders; without it, receipts are drawn")
    private Path folder;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "32",
            description = "how many receipts are drawn (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the drawn receipts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often all pictures are read and counted (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "3",
            description = "rounds before the first that counts (default: ${DEFAULT-VALUE})")
    private int warmUps;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || warmUps < 0 || count < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds and --count must be at least 1");
        }
        Path target = Checkout.ofThisProgram().directory().resolve("benchmarks/target");
        List<Path> pictures = folder == null ? drawn(target.resolve("cpu")) : given(folder);
        ParagonCost paragon = new ParagonCost(pictures, warmUps, rounds);
        ParagonCost.Cost twoReaders = paragon.measure("two-readers", target.resolve("cpu-two-readers"));
        ParagonCost.Cost wholePage = paragon.measure("tesseract", target.resolve("cpu-tesseract"));
        Optional<String> installed = TesseractCost.version();
        Provenance.print(spec);
        List<String> lines = new ArrayList<>();
        lines.add("%d pictures, %d rounds after %d of warming up, not counted; processor seconds per receipt"
                .formatted(pictures.size(), rounds, warmUps));
        lines.addAll(table("Paragon, two readers", twoReaders));
        lines.addAll(table("Paragon, paragon.ocr.engine=tesseract (whole page)", wholePage));
        Rounds all = twoReaders.all();
        if (installed.isPresent()) {
            Rounds own = new TesseractCost(pictures).measure(rounds);
            lines.add("");
            lines.add(row(installed.get() + ", --psm 4 -l pol", own));
            lines.add("");
            lines.add(ratio("all stages of Paragon : this machine's tesseract", all, own));
        } else {
            lines.add("");
            lines.add(
                    "tesseract with Polish is not installed on this machine (apt-get install tesseract-ocr-pol): its own line is left out");
        }
        lines.add(ratio(
                "all stages of Paragon : our worker's whole-page Tesseract",
                all,
                wholePage.perReceipt().get(OCR)));
        lines.forEach(System.out::println);
        return 0;
    }

    private List<Path> drawn(Path to) throws IOException {
        Files.createDirectories(to);
        Renderer renderer = new Renderer(seed);
        List<Path> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(renderer.render(i, to));
        }
        return pictures;
    }

    /** Pictures only: the command line of Tesseract reads no PDF. */
    private static List<Path> given(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("There is no folder " + folder);
        }
        try (var all = Files.walk(folder)) {
            List<Path> pictures = all.filter(ReceiptClient::canSend)
                    .filter(file -> !file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                    .sorted()
                    .toList();
            if (pictures.isEmpty()) {
                throw new IOException("There is no picture in " + folder);
            }
            return pictures;
        }
    }

    private static List<String> table(String title, ParagonCost.Cost cost) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%-60s %8s %8s %8s".formatted(title, "least", "median", "idle/s"));
        cost.perReceipt()
                .forEach((service, each) -> lines.add(row("  " + service, each)
                        + String.format(Locale.ROOT, " %8.3f", cost.idle().get(service))));
        lines.add(row("  all", cost.all()));
        lines.add(String.format(Locale.ROOT, "  one receipt each %.2f s by the clock", cost.wall()));
        return lines;
    }

    private static String row(String name, Rounds cost) {
        return String.format(Locale.ROOT, "%-60s %8.3f %8.3f", name, cost.least(), cost.median());
    }

    private static String ratio(String what, Rounds ours, Rounds theirs) {
        return String.format(
                Locale.ROOT, "%-60s %8.2f %8.2f", what, ours.least() / theirs.least(), ours.median() / theirs.median());
    }
}
