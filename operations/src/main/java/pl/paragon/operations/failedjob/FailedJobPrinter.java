package pl.paragon.operations.failedjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.failedjob.FailedJobsClient.Replay;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;

/** Prints failed jobs for people, or a line of JSON for each. */
final class FailedJobPrinter {

    private static final int FILENAME = 40;

    private final PrintWriter out;
    private final boolean json;

    FailedJobPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void list(List<JsonNode> jobs) {
        if (json) {
            jobs.forEach(job -> out.println(Json.writeText(job)));
        } else if (jobs.isEmpty()) {
            out.println("There are no failed jobs.");
        } else {
            Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.LEFT)
                    .row("JOB", "FAILED", "STAGE", "ATTEMPTS", "ERROR", "FILE", "REPLAYED AS");
            jobs.forEach(job -> table.row(
                    text(job, "job_id"),
                    Instant.parse(text(job, "failed_at"))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString(),
                    text(job, "stage"),
                    text(job, "attempts"),
                    text(job, "code"),
                    Text.shortened(FILENAME, text(job, "filename")),
                    text(job, "replayed_as")));
            table.lines("").forEach(out::println);
        }
        out.flush();
    }

    /** @param answer the job, and whether its upload is kept */
    void show(JsonNode answer) {
        if (json) {
            out.println(Json.writeText(answer));
        } else {
            Table table = new Table(Align.LEFT, Align.LEFT);
            answer.path("failed_job")
                    .properties()
                    .forEach(field -> table.row(
                            field.getKey().replace('_', ' '),
                            field.getValue().isValueNode()
                                    ? field.getValue().asText()
                                    : field.getValue().toString()));
            table.row(
                    "upload",
                    answer.path("upload_kept").asBoolean()
                            ? "kept: it can be replayed"
                            : "not kept any more: it cannot be replayed");
            table.lines("").forEach(out::println);
        }
        out.flush();
    }

    /** Whether all of them were replayed. */
    boolean replayed(Map<JobId, Replay> outcomes) {
        if (outcomes.isEmpty() && !json) {
            out.println("There is nothing to replay.");
        }
        outcomes.forEach((job, outcome) ->
                out.println(json ? Json.writeText(node(job, outcome)) : job + ": " + sentence(outcome)));
        out.flush();
        return outcomes.values().stream()
                .allMatch(outcome -> outcome instanceof Replay.Replayed(var as, var before) && !before);
    }

    private static String sentence(Replay outcome) {
        return switch (outcome) {
            case Replay.Replayed(var as, var before) ->
                before ? "not replayed, since it was before, as job " + as : "replayed as job " + as;
            case Replay.Gone() -> "not replayed: its file is not kept any more, or is damaged";
            case Replay.Unknown() -> "there is no such failed job";
        };
    }

    private static ObjectNode node(JobId job, Replay outcome) {
        ObjectNode node = Json.mapper().createObjectNode().put("job_id", job.toString());
        return switch (outcome) {
            case Replay.Replayed(var as, var before) ->
                node.put("outcome", before ? "replayed_before" : "replayed").put("replayed_as", as);
            case Replay.Gone() -> node.put("outcome", "gone");
            case Replay.Unknown() -> node.put("outcome", "unknown");
        };
    }

    private static String text(JsonNode job, String field) {
        return job.path(field).asText("–");
    }
}
