package pl.paragon.benchmarks.sidebyside;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import pl.paragon.benchmarks.sidebyside.HttpConnection.Answer;
import pl.paragon.contracts.json.Json;

/** Keeps a Paragon's workers from reading what is uploaded, until it is closed or the program is interrupted. */
public final class PausedOcr implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);
    /** After which it ends by itself if this program is killed. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private final Target paragon;
    private final AtomicBoolean over = new AtomicBoolean();

    private PausedOcr(Target paragon) {
        this.paragon = paragon;
    }

    private record Pause(String reason, String owner, long forSeconds) {}

    /** Returns once no worker reads anything. */
    public static PausedOcr at(Target paragon) throws IOException, InterruptedException {
        PausedOcr paused = new PausedOcr(paragon);
        Runtime.getRuntime().addShutdownHook(new Thread(paused::close, "OCR resumes"));
        byte[] pause = Json.write(new Pause("a benchmark of uploads", "benchmarks/run", LONGEST.toSeconds()));
        try (ReceiptApi api = new ReceiptApi(paragon)) {
            Answer answer = api.exchange(paragon.request("PUT", "/../stages/ocr/pause", "application/json", pause));
            if (answer.code() != OK) {
                throw api.refused("Pausing OCR", answer);
            }
            paused.awaitIdle(api);
            return paused;
        } catch (IOException | InterruptedException e) {
            paused.close();
            throw e;
        }
    }

    private void awaitIdle(ReceiptApi api) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Answer stages = api.exchange(paragon.request("GET", "/../stages"));
            if (isIdle(ReceiptApi.data(stages))) {
                return;
            }
            Thread.sleep(POLL);
        }
        throw new IOException("The OCR workers still read after %d s of a pause".formatted(PATIENCE.toSeconds()));
    }

    private static boolean isIdle(JsonNode stages) {
        for (JsonNode stage : stages.path("stages")) {
            if (stage.path("stage").asText().equals("ocr")) {
                return stage.path("pause").isObject()
                        && stage.path("active_jobs").asInt() == 0;
            }
        }
        return false;
    }

    @Override
    public void close() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try (ReceiptApi api = new ReceiptApi(paragon)) {
            api.exchange(paragon.request("DELETE", "/../stages/ocr/pause"));
        } catch (IOException e) {
            System.err.println("OCR is still paused (./paragon stages --help): " + e.getMessage());
        }
    }
}
