package pl.paragon.operations.failedjob;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/** Asks a persistence-worker about failed jobs. Each is the object that it answers with. */
final class FailedJobsClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param base e.g. {@code http://localhost:8003} */
    FailedJobsClient(URI base) {
        this.base = base;
    }

    /** It cannot be asked now; the message says why. */
    static final class UnavailableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What became of the wish to replay a job. */
    sealed interface Replay {

        /** @param before whether that was done before */
        record Replayed(String as, boolean before) implements Replay {}

        /** Its upload is not kept any more. */
        record Gone() implements Replay {}

        record Unknown() implements Replay {}
    }

    /** The newest ones. */
    List<JsonNode> newest(int atMost) throws IOException, InterruptedException {
        List<JsonNode> jobs = new ArrayList<>();
        String query = "";
        boolean more = true;
        while (more && jobs.size() < atMost) {
            JsonNode page = body(get("/internal/failed-jobs" + query));
            page.path("failed_jobs").forEach(jobs::add);
            more = page.path("more").asBoolean() && !page.path("failed_jobs").isEmpty();
            if (more) {
                JsonNode last = jobs.getLast();
                query = "?failed_at=" + last.path("failed_at").asText() + "&job_id="
                        + last.path("job_id").asText();
            }
        }
        return jobs.subList(0, Math.min(atMost, jobs.size()));
    }

    /** A job, and whether its upload is kept; empty if there is no such failed job. */
    Optional<JsonNode> find(JobId job) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get("/internal/failed-jobs/" + job);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
    }

    Replay replay(JobId job) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                send(request("/internal/failed-jobs/" + job + "/replay").POST(BodyPublishers.noBody()));
        return switch (response.statusCode()) {
            case 404 -> new Replay.Unknown();
            case 410 -> new Replay.Gone();
            default -> {
                JsonNode body = body(response);
                yield new Replay.Replayed(
                        body.path("replayed_as").asText(), body.path("before").asBoolean());
            }
        };
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UnavailableException("No persistence-worker answers at " + base, e);
        }
    }

    private JsonNode body(HttpResponse<byte[]> response) throws UnavailableException {
        if (response.statusCode() == 503) {
            throw new UnavailableException(
                    "The persistence-worker at " + base
                            + " cannot do it now: the database, the file store or Kafka is unavailable",
                    null);
        }
        if (response.statusCode() != 200) {
            throw new UnavailableException(
                    "What answers at " + base + " is no persistence-worker of this version (HTTP "
                            + response.statusCode() + ")",
                    null);
        }
        return Json.read(response.body(), JsonNode.class);
    }

    @Override
    public void close() {
        http.close();
    }
}
