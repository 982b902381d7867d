package pl.paragon.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import pl.paragon.running.client.ReceiptClient;

/** Has receipts read by a running Paragon, from the upload to the end of the job. Safe for use by several threads. */
public final class ReceiptReader {

    private final ReceiptClient client;
    private final Duration poll;
    private final Duration patience;

    /** @param patience after which a job that has not ended counts as failed */
    public ReceiptReader(URI base, Optional<String> apiKey, Duration patience) {
        // Polls slowly: each poll costs the gateway processor time, which would count as the receipt's.
        this(new ReceiptClient(base, apiKey), Duration.ofMillis(300), patience);
    }

    /** @param poll how often the status is asked for: the end of a job is seen so much later at the most */
    public ReceiptReader(ReceiptClient client, Duration poll, Duration patience) {
        this.client = client;
        this.poll = poll;
        this.patience = patience;
    }

    /** Uploads the file and waits for the end of its job; a refusal or a failure is a reading, too. */
    public Reading read(Path file) throws IOException, InterruptedException {
        try {
            String job = client.submit(file);
            return awaitEnd(job)
                    .map(ReceiptReader::reading)
                    .orElseGet(() ->
                            Reading.failed("has not ended after " + patience.toSeconds() + " s (job " + job + ")"));
        } catch (ReceiptClient.UnreachableException e) {
            throw new IOException(e.getMessage() + ". Start it: ./paragon up", e);
        } catch (ReceiptClient.RefusedException e) {
            return Reading.failed("refused: " + e.getMessage());
        }
    }

    /** The status with which the job ended; empty if it has not when patience is over. */
    public Optional<JsonNode> awaitEnd(String job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode status = client.status(job);
            if (ReceiptClient.hasEnded(status)) {
                return Optional.of(status);
            }
            Thread.sleep(poll);
        }
        return Optional.empty();
    }

    private static Reading reading(JsonNode ended) {
        return ended.path("status").asText().equals("SUCCESS")
                ? Reading.of(ended.path("result"))
                : Reading.failed(ended.path("error").asText());
    }
}
