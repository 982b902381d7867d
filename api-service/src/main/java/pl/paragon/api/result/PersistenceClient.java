package pl.paragon.api.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import pl.paragon.contracts.job.JobId;

/** Asks persistence-worker, the only owner of the database, over internal HTTP. */
@ApplicationScoped
class PersistenceClient implements SavedAnalyses {

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
        HttpRequest request = HttpRequest.newBuilder(analysisOf(job))
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

    private URI analysisOf(JobId job) {
        return URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/jobs/" + job + "/analysis");
    }
}
