package pl.paragon.benchmarks.sidebyside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import pl.paragon.benchmarks.sidebyside.HttpConnection.Answer;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.running.client.ReceiptClient;

/** What both systems understand, over one connection. Not safe for use by several threads at a time. */
public final class ReceiptApi implements AutoCloseable {

    /** Status of a job that nobody has begun to work on. */
    public static final String PENDING = "PENDING";

    /** Status of a job whose receipt was read and saved. */
    public static final String SUCCESS = "SUCCESS";

    private static final int ACCEPTED = 202;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int SHOWN = 300;

    private final Target target;
    private final HttpConnection connection;

    public ReceiptApi(Target target) {
        this.target = target;
        this.connection = new HttpConnection(target);
    }

    /**
     * A job, and how long the answer to its upload took.
     *
     * @param began by the clock of {@link System#nanoTime()}
     */
    public record Uploaded(String job, long began, long nanos) {}

    /** @throws IOException if it was not accepted: what is measured are accepted uploads */
    public Uploaded upload(UploadRequest request) throws IOException {
        long began = System.nanoTime();
        Answer answer = connection.exchange(request.bytes());
        long nanos = System.nanoTime() - began;
        String job = data(answer).path("job_id").asText();
        if (answer.code() != ACCEPTED || job.isEmpty()) {
            throw refused("An upload", answer);
        }
        return new Uploaded(job, began, nanos);
    }

    /** The {@code data} of its status. */
    public JsonNode status(String job) throws IOException {
        Answer answer = connection.exchange(statusOf(job));
        JsonNode data = data(answer);
        if (!data.has("status")) {
            throw refused("The status of job " + job, answer);
        }
        return data;
    }

    public void cancel(String job) throws IOException {
        connection.exchange(target.request("DELETE", "/cancel/" + job));
    }

    /** Waits until the job has ended: its last status. */
    public String awaitEnd(String job, Duration patience) throws IOException, InterruptedException {
        return awaitEnd(job, POLL, patience);
    }

    /** The same for a caller who wants to know soon. */
    public String awaitEnd(String job, Duration poll, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode status = status(job);
            if (ReceiptClient.hasEnded(status)) {
                return status.path("status").asText();
            }
            Thread.sleep(poll);
        }
        throw new IOException("Job %s of the %s has not ended after %d s: do its workers run?"
                .formatted(job, target.kind(), patience.toSeconds()));
    }

    private byte[] statusOf(String job) {
        return target.request("GET", "/status/" + job);
    }

    /** @param request of {@link Target#request(String, String)}, which may be sent as often as one likes */
    public Answer exchange(byte[] request) throws IOException {
        return connection.exchange(request);
    }

    static JsonNode data(Answer answer) {
        try {
            return Json.read(answer.body(), JsonNode.class).path("data");
        } catch (UndecodableException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** With the beginning of what the system said. */
    public IOException refused(String what, Answer answer) {
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        return new IOException("%s was answered by the %s with HTTP %d: %s"
                .formatted(what, target.kind(), answer.code(), said.substring(0, Math.min(said.length(), SHOWN))));
    }

    @Override
    public void close() {
        connection.close();
    }
}
