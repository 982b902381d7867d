package pl.paragon.api.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobArchive;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker, the only owner of the database, over internal HTTP. */
@ApplicationScoped
class PersistenceClient implements SavedAnalyses, SavedJobs, JobArchive {

    private static final Logger LOG = Logger.getLogger(PersistenceClient.class);

    private final HttpClient http;
    private final PersistenceConfig config;

    PersistenceClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public byte[] of(JobId job) {
        HttpRequest request = HttpRequest.newBuilder(of(job, "/analysis"))
                .timeout(config.timeout())
                .GET()
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new ResultUnavailableException(
                        "persistence-worker answered %d about job %s".formatted(answer.statusCode(), job), null);
            }
            return answer.body();
        } catch (IOException e) {
            throw new ResultUnavailableException("persistence-worker cannot be asked about job " + job, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResultUnavailableException("interrupted while asking about job " + job, e);
        }
    }

    @Override
    public List<Fact> factsOf(JobId job) {
        HttpRequest request = HttpRequest.newBuilder(of(job, ""))
                .timeout(config.timeout())
                .GET()
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> facts(Json.read(answer.body(), JobHistory.class));
                case 404 -> List.of();
                default ->
                    throw StatusUnavailableException.archiveUnreachable(
                            "persistence-worker answered %d about job %s".formatted(answer.statusCode(), job), null);
            };
        } catch (IOException e) {
            throw StatusUnavailableException.archiveUnreachable(
                    "persistence-worker cannot be asked about job " + job, e);
        } catch (UndecodableException e) {
            throw StatusUnavailableException.archiveUnreachable(
                    "persistence-worker's answer about job " + job + " is undecodable", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StatusUnavailableException.archiveUnreachable("interrupted while asking about job " + job, e);
        }
    }

    private static List<Fact> facts(JobHistory history) {
        return history.events().map(Fact::of).flatMap(Optional::stream).toList();
    }

    @Override
    public Deletion delete(JobId job, Submitter submitter) {
        String query = "?submitter=" + URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(of(job, query))
                .timeout(config.timeout())
                .DELETE()
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return switch (status) {
                case 200 -> Deletion.DELETED;
                case 404 -> Deletion.UNKNOWN;
                case 409 -> Deletion.RUNNING;
                default -> {
                    LOG.warnf("persistence-worker answered %d when it was to delete job %s", status, job);
                    yield Deletion.UNAVAILABLE;
                }
            };
        } catch (IOException e) {
            LOG.warnf("persistence-worker cannot be asked to delete job %s: %s", job, e);
            return Deletion.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Deletion.UNAVAILABLE;
        }
    }

    private URI of(JobId job, String rest) {
        return URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/jobs/" + job + rest);
    }
}
