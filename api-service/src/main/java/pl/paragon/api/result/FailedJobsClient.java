package pl.paragon.api.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker to retry failed jobs, over internal HTTP. */
@ApplicationScoped
class FailedJobsClient implements FailedJobs {

    private static final Logger LOG = Logger.getLogger(FailedJobsClient.class);

    private final HttpClient http;
    private final PersistenceConfig config;

    FailedJobsClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Retry retry(JobId job, Submitter submitter) {
        URI uri = URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/jobs/" + job
                + "/retry?submitter=" + URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(config.timeout())
                .POST(BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> new Retry.Resubmitted(Json.read(answer.body(), ReceiptSubmitted.class));
                case 404 -> new Retry.Unknown();
                case 410 -> new Retry.Gone();
                default -> {
                    LOG.warnf("persistence-worker answered %d when it was to retry job %s", answer.statusCode(), job);
                    yield new Retry.Unavailable();
                }
            };
        } catch (IOException | UndecodableException e) {
            LOG.warnf("persistence-worker cannot be asked to retry job %s: %s", job, e);
            return new Retry.Unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Retry.Unavailable();
        }
    }
}
