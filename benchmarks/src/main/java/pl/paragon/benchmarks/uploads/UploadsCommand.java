package pl.paragon.benchmarks.uploads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.benchmarks.render.TemporaryReceipts;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.PausedOcr;
import pl.paragon.benchmarks.sidebyside.SideBySideOptions;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.stack.AddressOptions;

/** Uploads files of several sizes with several clients, to Paragon and to the reference in turn. */
@Command(
        name = "uploads",
        description = {
            "How long uploads take (p50, p99) and how many a second are accepted, for each number of clients and each size of",
            "files, beside a reference system. Medians over the repeats, which take both systems in turn. Paragon's OCR is paused",
            "meanwhile, and the jobs are cancelled afterwards; start the reference without workers. With --busy, OCR works on",
            "what is uploaded until the last upload; start the reference with workers. Exit code 1 if a bar is missed."
        })
public final class UploadsCommand implements Callable<Integer> {

    @Mixin
    private AddressOptions address;

    @Mixin
    private SideBySideOptions sideBySide;

    @Option(
            names = "--clients",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,8",
            description = "how many upload at a time, each one after the other (default: ${DEFAULT-VALUE})")
    private List<Integer> clients;

    @Option(
            names = "--sizes",
            paramLabel = "SIZE",
            split = ",",
            defaultValue = "100B,200kB,3MB",
            converter = FileSize.Converter.class,
            description =
                    "of the files, 14B to 10MB (default: ${DEFAULT-VALUE}): drawn receipts as JPEG, padded to the size;"
                            + " a file that is too small for a picture has none")
    private List<FileSize> sizes;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "400",
            description = "uploads of each measurement (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            defaultValue = "40",
            description = "uploads before each, whose time does not count (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--busy", description = "OCR works on what is uploaded")
    private boolean busy;

    /** Enough for some that fit into each size. */
    private static final int DRAWN = 12;

    /** No drawn picture has fewer bytes. */
    private static final int SMALLEST_DRAWN = 20_000;

    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    @Override
    public Integer call() throws IOException, InterruptedException {
        sideBySide.check();
        sideBySide.atLeastOne("--n", count);
        sideBySide.atLeastOne("--warm-up", warmUp);
        for (int each : clients) {
            sideBySide.atLeastOne("--clients", each);
        }
        // Says at once if there is no Paragon.
        Systems systems = sideBySide.systems(address.url(), address.apiKey());
        Provenance provenance = sideBySide.provenance();
        Figures figures = new Figures();
        Map<FileSize, List<PaddedJpeg>> files = files();
        if (busy) {
            measure(systems, files, figures);
        } else {
            try (PausedOcr paused = PausedOcr.at(systems.paragon())) {
                measure(systems, files, figures);
            }
        }
        return sideBySide.report(provenance, figures) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Map<FileSize, List<PaddedJpeg>> files() throws IOException {
        Map<FileSize, List<PaddedJpeg>> files = new LinkedHashMap<>();
        boolean withPicture = sizes.stream().anyMatch(size -> size.bytes() >= SMALLEST_DRAWN);
        try (TemporaryReceipts drawn = new TemporaryReceipts(1, withPicture ? DRAWN : 1)) {
            List<byte[]> pictures = new ArrayList<>();
            for (Path picture : drawn.pictures()) {
                if (picture.toString().endsWith(".jpg")) {
                    pictures.add(Files.readAllBytes(picture));
                }
            }
            sizes.forEach(size -> files.put(size, PaddedJpeg.of(pictures, size.bytes())));
        }
        return files;
    }

    private void measure(Systems systems, Map<FileSize, List<PaddedJpeg>> files, Figures figures)
            throws IOException, InterruptedException {
        int rounds = (1 + sideBySide.repeats()) * clients.size() * sizes.size();
        Progress progress = new Progress("uploading", rounds * systems.inTurn(0).size());
        Map<Target.Kind, Integer> begun = new LinkedHashMap<>();
        for (int repeat = SideBySideOptions.WARM_UP; repeat < sideBySide.repeats(); repeat++) {
            for (int each : clients) {
                for (FileSize size : sizes) {
                    for (Target target : systems.inTurn(repeat)) {
                        UploadRound.Outcome outcome =
                                new UploadRound(target, each, files.get(size)).measure(warmUp, count);
                        if (repeat > SideBySideOptions.WARM_UP) {
                            add(figures, target, each, size, outcome);
                        }
                        begun.merge(target.kind(), outcome.begun(), Integer::sum);
                        progress.step();
                    }
                }
            }
        }
        begun.forEach(this::warn);
    }

    private void add(Figures figures, Target target, int each, FileSize size, UploadRound.Outcome outcome) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("clients", each);
        setting.put("size", size.text());
        setting.put("ocr", busy ? "busy" : "idle");
        UploadBars bars = UploadBars.of(each, size.bytes(), busy);
        figures.add(
                target.kind(),
                setting,
                "p50",
                "ms",
                bars.median(),
                outcome.latencies().quantile(MEDIAN));
        figures.add(
                target.kind(),
                setting,
                "p99",
                "ms",
                bars.slowest(),
                outcome.latencies().quantile(SLOWEST));
        figures.add(target.kind(), setting, "uploads", "1/s", bars.perSecond(), outcome.perSecond());
    }

    /** If it was not measured under the conditions that were asked for. */
    private void warn(Target.Kind system, int begun) {
        if (busy && begun == 0) {
            sideBySide.out().printf("NOT BUSY: the %s worked on none of the uploads: do its workers run?%n", system);
        } else if (!busy && begun > 0) {
            sideBySide.out().printf("NOT IDLE: the %s worked on %d of the uploads: stop its workers%n", system, begun);
        }
    }
}
