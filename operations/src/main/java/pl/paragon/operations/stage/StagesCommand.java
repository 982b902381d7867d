package pl.paragon.operations.stage;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.KafkaOption;
import pl.paragon.operations.terminal.Span;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;

/** {@code stages list|pause|resume}. */
@Command(
        name = "stages",
        description = {
            "Pause and resume stages (ocr, analysis, persistence), and show which are paused.",
            "Exit code 0 if Kafka answers, 2 if it does not."
        })
public final class StagesCommand {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z");

    private final Installation installation;
    private final Clock clock;
    private final ZoneId zone;
    private final String user;

    @Spec
    private CommandSpec spec;

    /**
     * @param zone in which times are shown
     * @param user who pauses, unless an option says otherwise
     */
    public StagesCommand(Installation installation, Clock clock, ZoneId zone, String user) {
        this.installation = installation;
        this.clock = clock;
        this.zone = zone;
        this.user = user;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Show each stage: whether, until when and why it is paused.")
    int list(
            @Mixin KafkaOption kafka,
            @Option(names = "--json", description = "print one line of JSON per paused stage") boolean json) {
        return with(kafka, topic -> {
            Map<Stage, StagePaused> paused = topic.latest();
            Instant now = clock.instant();
            paused.values().removeIf(pause -> !pause.lasts(now));
            if (json) {
                paused.values().forEach(pause -> out().println(Json.writeText(pause)));
            } else {
                table(paused).lines("").forEach(out()::println);
            }
            return 0;
        });
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Pause a stage: its workers finish what they have in hand and begin nothing until it resumes.",
                "Receipts are still accepted and wait; whoever asks for one of them is told until when, and the reason.",
                "A pause of a stage that is paused replaces it."
            })
    int pause(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "STAGE", description = "ocr, analysis or persistence") String stage,
            @Option(
                            names = "--for",
                            required = true,
                            paramLabel = "SPAN",
                            description = "after which it resumes by itself, e.g. 30m, 2h or 1d; 7d at most")
                    String span,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "TEXT",
                            description = "a sentence for the users who wait")
                    String reason,
            @Option(names = "--owner", paramLabel = "NAME", description = "who pauses it (default: you)")
                    String owner) {
        StagePaused pause = pause(stage(stage, "pause"), span, reason, owner == null ? user : owner);
        return decide(
                kafka,
                pause,
                "%s is paused until %s. To end it early: stages resume %s"
                        .formatted(stage, shown(pause.until()), stage));
    }

    @Command(mixinStandardHelpOptions = true, description = "End the pause of a stage.")
    int resume(
            @Mixin KafkaOption kafka,
            @Parameters(paramLabel = "STAGE", description = "ocr, analysis or persistence") String stage) {
        return decide(
                kafka,
                StagePaused.resumed(stage(stage, "resume"), clock.instant(), user),
                "%s is not paused".formatted(stage));
    }

    private int decide(KafkaOption kafka, StagePaused decision, String done) {
        return with(kafka, topic -> {
            topic.publish(decision);
            out().println(done);
            return 0;
        });
    }

    private StagePaused pause(Stage stage, String span, String reason, String owner) {
        Instant now = clock.instant();
        try {
            return new StagePaused(stage, now, now.plus(Span.parse(span)), owner, reason);
        } catch (IllegalArgumentException e) {
            throw usage("pause", e.getMessage());
        }
    }

    private Stage stage(String id, String subcommand) {
        return Stage.named(id)
                .orElseThrow(() -> usage(subcommand, "There is no stage " + id + ": ocr, analysis or persistence"));
    }

    private Table table(Map<Stage, StagePaused> paused) {
        Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT)
                .row("STAGE", "STATE", "UNTIL", "OWNER", "REASON");
        for (Stage stage : Stage.values()) {
            StagePaused pause = paused.get(stage);
            if (pause == null) {
                table.row(stage.id(), "working", "", "", "");
            } else {
                table.row(stage.id(), "paused", shown(pause.until()), pause.owner(), pause.reason());
            }
        }
        return table;
    }

    private String shown(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    private CommandLine.ParameterException usage(String subcommand, String what) {
        return new CommandLine.ParameterException(spec.subcommands().get(subcommand), what);
    }

    private int with(KafkaOption kafka, ToIntFunction<StagePauseTopic> work) {
        return kafka.with(installation, spec.commandLine().getErr(), StagePauseTopic::new, work);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
