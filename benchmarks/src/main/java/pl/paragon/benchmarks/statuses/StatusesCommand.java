package pl.paragon.benchmarks.statuses;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pl.paragon.benchmarks.render.TemporaryReceipts;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Provenance;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.PausedOcr;
import pl.paragon.benchmarks.sidebyside.ReceiptApi;
import pl.paragon.benchmarks.sidebyside.SideBySideOptions;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.stack.AddressOptions;

/** Asks for statuses and for the health, as fast as they are answered. */
@Command(
        name = "statuses",
        description = {
            "How many statuses a second are answered, and how long an answer takes (p50, p99), beside a reference system: of a",
            "job that waits, of one that has ended (a drawn receipt, read before), and of the system's health. Medians over the",
            "repeats, which take both systems in turn. Paragon's OCR is paused meanwhile; the reference needs its workers.",
            "Exit code 1 if a bar is missed."
        })
public final class StatusesCommand implements Callable<Integer> {

    @Mixin
    private AddressOptions address;

    @Mixin
    private SideBySideOptions sideBySide;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "that ask at a time; for the health it is always one (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "of each measurement (default: ${DEFAULT-VALUE})")
    private int seconds;

    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    /** What is asked for, and what is demanded of the answers. */
    private enum Question {
        WAITING("a waiting job", new Bar.None(), new Bar.None()),
        FINISHED("a finished job", new Bar.None(), new Bar.AtLeastTimes(4)),
        HEALTH("health", new Bar.AtMostTimes(0.01), new Bar.None());

        private final String title;
        private final Bar median;
        private final Bar perSecond;

        Question(String title, Bar median, Bar perSecond) {
            this.title = title;
            this.median = median;
            this.perSecond = perSecond;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        sideBySide.check();
        sideBySide.atLeastOne("--connections", connections);
        sideBySide.atLeastOne("--seconds", seconds);
        Systems systems = sideBySide.systems(address.url(), address.apiKey());
        Provenance provenance = sideBySide.provenance();
        Figures figures = new Figures();
        try (TemporaryReceipts drawn = new TemporaryReceipts(1, 1)) {
            Path picture = drawn.pictures().getFirst();
            Map<Target.Kind, String> finished = new EnumMap<>(Target.Kind.class);
            for (Target target : systems.inTurn(0)) {
                finished.put(target.kind(), Jobs.finished(target, picture));
            }
            try (PausedOcr paused = PausedOcr.at(systems.paragon())) {
                Map<Target.Kind, Jobs> jobs = new EnumMap<>(Target.Kind.class);
                for (Target target : systems.inTurn(0)) {
                    jobs.put(target.kind(), new Jobs(finished.get(target.kind()), Jobs.waiting(target, picture)));
                }
                measure(systems, jobs, figures);
                try (ReceiptApi api = new ReceiptApi(systems.paragon())) {
                    api.cancel(jobs.get(Target.Kind.PARAGON).waiting());
                }
            }
        }
        return sideBySide.report(provenance, figures) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void measure(Systems systems, Map<Target.Kind, Jobs> jobs, Figures figures)
            throws IOException, InterruptedException {
        Progress progress = new Progress("asking", (1 + sideBySide.repeats()) * Question.values().length * jobs.size());
        for (int repeat = SideBySideOptions.WARM_UP; repeat < sideBySide.repeats(); repeat++) {
            for (Question question : Question.values()) {
                for (Target target : systems.inTurn(repeat)) {
                    Jobs of = jobs.get(target.kind());
                    AskingRound.Outcome outcome = new AskingRound(target, connections(question))
                            .measure(request(question, target, of), Duration.ofSeconds(seconds));
                    Jobs.checkThatItWaits(target, of.waiting());
                    if (repeat > SideBySideOptions.WARM_UP) {
                        add(figures, target, question, outcome);
                    }
                    progress.step();
                }
            }
        }
    }

    /** The reference's workers answer hardly more than one question about its health at a time. */
    private int connections(Question question) {
        return question == Question.HEALTH ? 1 : connections;
    }

    private static byte[] request(Question question, Target target, Jobs jobs) {
        return switch (question) {
            case WAITING -> target.request("GET", "/status/" + jobs.waiting());
            case FINISHED -> target.request("GET", "/status/" + jobs.finished());
            case HEALTH -> target.request("GET", "/health");
        };
    }

    private void add(Figures figures, Target target, Question question, AskingRound.Outcome outcome) {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("of", question.title);
        setting.put("connections", connections(question));
        figures.add(target.kind(), setting, "answers", "1/s", question.perSecond, outcome.perSecond());
        figures.add(
                target.kind(),
                setting,
                "p50",
                "ms",
                question.median,
                outcome.latencies().quantile(MEDIAN));
        figures.add(
                target.kind(),
                setting,
                "p99",
                "ms",
                new Bar.None(),
                outcome.latencies().quantile(SLOWEST));
        figures.add(target.kind(), setting, "answer", "bytes", new Bar.None(), outcome.bytes());
    }
}
