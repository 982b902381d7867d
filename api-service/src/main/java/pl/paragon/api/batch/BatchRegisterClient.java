package pl.paragon.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker for the jobs of batches, over internal HTTP. */
@ApplicationScoped
class BatchRegisterClient implements BatchRegister {

    private static final Logger LOG = Logger.getLogger(BatchRegisterClient.class);

    private final HttpClient http;
    private final PersistenceConfig config;

    BatchRegisterClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Answer jobsOf(BatchId batch, Submitter submitter) {
        URI uri = URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/batches/" + batch
                + "?submitter=" + URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(config.timeout()).GET().build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return new Answer.Jobs(Json.read(answer.body(), JobPage.class).jobs());
            }
            LOG.warnf("persistence-worker answered %d when it was asked for batch %s", answer.statusCode(), batch);
        } catch (IOException | UndecodableException e) {
            LOG.warnf("persistence-worker cannot be asked for batch %s: %s", batch, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Unavailable();
    }
}
