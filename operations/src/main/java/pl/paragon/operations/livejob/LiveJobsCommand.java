package pl.paragon.operations.livejob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pl.paragon.operations.installation.Installation;
import pl.paragon.operations.installation.PersistenceWorker;
import pl.paragon.operations.installation.WorkerOption;

/** {@code live-jobs resubmit}. */
@Command(
        name = "live-jobs",
        description = {
            "Submit jobs that have not ended once more, after Kafka has lost its records.",
            "Exit code 0 if all went well, 2 if no Paragon answers."
        })
public final class LiveJobsCommand {

    private static final String RESUBMIT = "/internal/live-jobs/resubmit?submitted_before=";

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    public LiveJobsCommand(Installation installation) {
        this.installation = installation;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Submit jobs that have not ended once more, in the bulk lane, and print their ids, which stay the same.",
                "What the stages had made for them is used. It may be repeated: a job that is submitted twice ends once."
            })
    int resubmit(
            @Mixin WorkerOption worker,
            @Option(
                            names = "--before",
                            required = true,
                            paramLabel = "TIME",
                            description = "those that were submitted before this time: when the new Kafka was started,"
                                    + " e.g. 2026-11-29T14:00:00Z")
                    String before) {
        Instant time = time(before);
        return worker.ask(installation, spec.commandLine().getErr(), asked -> resubmit(asked, time));
    }

    private int resubmit(PersistenceWorker worker, Instant before) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String last = "";
        boolean more = true;
        while (more) {
            JsonNode page = worker.post(RESUBMIT + before + last).body(JsonNode.class);
            page.path("resubmitted").forEach(job -> out.println(job.asText()));
            more = page.path("more").asBoolean();
            if (more) {
                last = "&after="
                        + page.path("resubmitted")
                                .path(page.path("resubmitted").size() - 1)
                                .asText();
            }
        }
        out.flush();
        return 0;
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.ParameterException(
                    spec.subcommands().get("resubmit"),
                    text + " is no time: one in UTC such as 2026-11-29T14:00:00Z is expected");
        }
    }
}
