package pl.paragon.benchmarks.growth;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.report.ResultsOption;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.stack.EmptyParagon;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;

/** What changes as Paragon has more to do, and more to do it with. */
@Command(
        name = "growth",
        description = {
            "How long uploads and statuses take (p50, p99) while few and while many jobs wait, and how many jobs a minute more and",
            "more ocr-workers do, each as a ratio to the first. Starts two Paragons of its own on free ports, one after the",
            "other, in which nobody reads a picture (empty-jobs). Medians over the repeats. Exit code 1 if an upload or a status",
            "takes more than a fifth longer than with the first number of waiting jobs."
        })
public final class GrowthCommand implements Callable<Integer> {

    @Option(
            names = "--waiting",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,1000,100000",
            description = "jobs that wait for OCR, ascending (default: ${DEFAULT-VALUE})")
    private List<Integer> waiting;

    @Option(
            names = "--n",
            paramLabel = "N",
            defaultValue = "200",
            description = "uploads of each measurement, which wait as well (default: ${DEFAULT-VALUE})")
    private int uploads;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "for which a status is asked for in each measurement (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--workers",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,4",
            description = "ocr-workers, ascending (default: ${DEFAULT-VALUE})")
    private List<Integer> workers;

    @Option(
            names = "--page-time",
            paramLabel = "MS",
            defaultValue = "200",
            description = "that a worker takes over a page, one at a time, without a processor (default:"
                    + " ${DEFAULT-VALUE})")
    private int pageTime;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "60",
            description = "for each worker in each measurement (default: ${DEFAULT-VALUE})")
    private int jobs;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "3",
            description = "of each measurement (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Mixin
    private ResultsOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        Provenance provenance = Provenance.print(spec);
        Growth queue = queue();
        queue.print(out);
        Growth crew = crew();
        crew.print(out);
        results.write(
                spec,
                provenance,
                Stream.concat(queue.rows().stream(), crew.rows().stream()).toList());
        return queue.allReached() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private Growth queue() throws IOException, InterruptedException {
        try (RunningParagon paragon = EmptyParagon.start("growth", Map.of())) {
            Target target = Target.paragon(paragon.url(), Optional.empty());
            return new QueueGrowth(uploads, Duration.ofSeconds(seconds), repeats).measure(target, waiting);
        }
    }

    private Growth crew() throws IOException, InterruptedException {
        Map<String, String> slow =
                Map.of("PARAGON_OCR_THREADS", "1", "PARAGON_OCR_FIXED_TEXT_PAGE_TIME", pageTime + "ms");
        try (RunningParagon paragon = EmptyParagon.start("growth", slow)) {
            Target target = Target.paragon(paragon.url(), Optional.empty());
            return new WorkerGrowth(jobs, repeats).measure(target, workers, () -> paragon.start(Service.OCR));
        }
    }

    private void check() {
        if (IntStream.of(uploads, seconds, pageTime, jobs, repeats).anyMatch(value -> value < 1)) {
            throw wrong("--n, --seconds, --page-time, --jobs and --repeats must be at least 1");
        }
        ascending("--workers", workers, 1);
        // What a measurement uploads waits as well.
        ascending("--waiting", waiting, uploads * repeats);
    }

    private void ascending(String option, List<Integer> levels, int step) {
        for (int i = 0; i < levels.size(); i++) {
            int least = i == 0 ? 1 : levels.get(i - 1) + step;
            if (levels.get(i) < least) {
                throw wrong("%s: %d must be at least %d".formatted(option, levels.get(i), least));
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
