package pl.paragon.operations.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.terminal.Table;
import pl.paragon.operations.terminal.Table.Align;
import pl.paragon.operations.terminal.Text;

/** Prints letters for people, or a line of JSON for each. */
final class LetterPrinter {

    private static final int REASON = 100;

    private final PrintWriter out;
    private final boolean json;

    LetterPrinter(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void list(List<Letter> letters) {
        if (json) {
            letters.forEach(letter -> out.println(Json.writeText(node(letter))));
        } else if (letters.isEmpty()) {
            out.println("There are no dead letters.");
        } else {
            Table table = new Table(Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT)
                    .row("ID", "JOB", "SINCE", "COPIES", "STATE", "REASON");
            letters.forEach(letter -> table.row(
                    letter.id().toString(),
                    letter.job().map(JobId::toString).orElse("–"),
                    time(letter.at()),
                    Integer.toString(letter.copies()),
                    state(letter.state()),
                    Text.shortened(REASON, letter.reason())));
            table.lines("").forEach(out::println);
        }
        out.flush();
    }

    /** @param value empty if it is not to be had any more */
    void show(Letter letter, Optional<byte[]> value) {
        if (json) {
            ObjectNode node = node(letter);
            node.set("headers", Json.mapper().valueToTree(letter.headers()));
            value.ifPresent(bytes -> node.set("payload", payload(new Payload(bytes))));
            out.println(Json.writeText(node));
        } else {
            Table table = new Table(Align.LEFT, Align.LEFT)
                    .row("id", letter.id().toString())
                    .row("key", letter.key() == null ? "–" : letter.key())
                    .row("since", time(letter.at()))
                    .row("copies", Integer.toString(letter.copies()))
                    .row("state", state(letter.state()));
            letter.headers().forEach(table::row);
            table.lines("").forEach(out::println);
            out.println();
            out.println(value.map(bytes -> new Payload(bytes).shown())
                    .orElse("(The record was too large to be kept, and its topic does not have it any more.)"));
        }
        out.flush();
    }

    /** Whether all of them were replayed. */
    boolean replayed(Map<LetterId, Replay> outcomes) {
        if (outcomes.isEmpty() && !json) {
            out.println("There is nothing to replay.");
        }
        outcomes.forEach((id, outcome) ->
                out.println(json ? Json.writeText(node(id, outcome)) : id + ": " + sentence(id, outcome)));
        out.flush();
        return outcomes.values().stream().allMatch(Replay.Done.class::isInstance);
    }

    private static String sentence(LetterId id, Replay outcome) {
        return switch (outcome) {
            case Replay.Done(var partition, var offset) ->
                "replayed, now " + new LetterId(id.topic(), partition, offset);
            case Replay.DoneBefore(var at) ->
                "not replayed, since it was replayed at " + time(at) + "; --again does it once more";
            case Replay.BegunBefore(var at) ->
                "not replayed, since a replay began at " + time(at)
                        + " and may have done it; --again does it whatever became of that";
            case Replay.Unknown() -> "there is no such dead letter";
            case Replay.Expired() ->
                "not replayed: it was too large to be kept, and its topic does not have it any more";
        };
    }

    private static ObjectNode node(LetterId id, Replay outcome) {
        ObjectNode node = Json.mapper().createObjectNode().put("id", id.toString());
        return switch (outcome) {
            case Replay.Done(var partition, var offset) ->
                node.put("outcome", "replayed")
                        .put("replayed_as", new LetterId(id.topic(), partition, offset).toString());
            case Replay.DoneBefore(var at) ->
                node.put("outcome", "replayed_before").put("at", at.toString());
            case Replay.BegunBefore(var at) ->
                node.put("outcome", "begun_before").put("at", at.toString());
            case Replay.Unknown() -> node.put("outcome", "unknown");
            case Replay.Expired() -> node.put("outcome", "expired");
        };
    }

    private static ObjectNode node(Letter letter) {
        ObjectNode node = Json.mapper()
                .createObjectNode()
                .put("id", letter.id().toString())
                .put("topic", letter.id().topic().id())
                .put("partition", letter.id().partition())
                .put("offset", letter.id().offset())
                .put("key", letter.key())
                .put("job_id", letter.job().map(JobId::toString).orElse(null))
                .put("since", letter.at().toString())
                .put("copies", letter.copies())
                .put("reason", letter.reason());
        return switch (letter.state()) {
            case Letter.State.Waiting() -> node.put("state", "waiting");
            case Letter.State.Begun(var at) -> node.put("state", "begun").put("state_since", at.toString());
            case Letter.State.Replayed(var at) -> node.put("state", "replayed").put("state_since", at.toString());
        };
    }

    private static JsonNode payload(Payload payload) {
        return payload.json().orElseGet(() -> Json.mapper().valueToTree(payload.text()));
    }

    private static String state(Letter.State state) {
        return switch (state) {
            case Letter.State.Waiting() -> "waiting";
            case Letter.State.Begun(var at) -> "replay begun " + time(at);
            case Letter.State.Replayed(var at) -> "replayed " + time(at);
        };
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
