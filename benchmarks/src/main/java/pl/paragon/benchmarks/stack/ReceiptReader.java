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

    /** Polls slowly: each poll costs the gateway processor time, which would count as the receipt's. */
    private static final Duration POLL = Duration.ofMillis(300);

    private final ReceiptClient client;
    private final Duration patience;

    /** @param patience after which a job that has not ended counts as failed */
    public ReceiptReader(URI base, Optional<String> apiKey, Duration patience) {
        this.client = new ReceiptClient(base, apiKey);
        this.patience = patience;
    }

    /** Uploads the file and waits for the end of its job; a refusal or a failure is a reading, too. */
    public Reading read(Path file) throws IOException, InterruptedException {
        try {
            return follow(client.submit(file));
        } catch (ReceiptClient.UnreachableException e) {
            throw new IOException(e.getMessage() + ". Start it: ./paragon up", e);
        } catch (ReceiptClient.RefusedException e) {
            return Reading.failed("refused: " + e.getMessage());
        }
    }

    private Reading follow(String job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode status = client.status(job);
            if (ReceiptClient.hasEnded(status)) {
                return reading(status);
            }
            Thread.sleep(POLL);
        }
        return Reading.failed("has not ended after " + patience.toSeconds() + " s (job " + job + ")");
    }

    private static Reading reading(JsonNode ended) {
        return ended.path("status").asText().equals("SUCCESS")
                ? Reading.of(ended.path("result"))
                : Reading.failed(ended.path("error").asText());
    }
}
