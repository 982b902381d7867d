package pl.paragon.api.result;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** Asks persistence-worker for lists of jobs, over internal HTTP. */
@ApplicationScoped
class JobRegisterClient implements JobRegister {

    private static final Logger LOG = Logger.getLogger(JobRegisterClient.class);

    private final HttpClient http;
    private final PersistenceConfig config;

    JobRegisterClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Answer list(Query query) {
        HttpRequest request = HttpRequest.newBuilder(uri(query))
                .timeout(config.timeout())
                .GET()
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return new Answer.Page(Json.read(answer.body(), JobPage.class));
            }
            LOG.warnf("persistence-worker answered %d when it was asked for a list of jobs", answer.statusCode());
        } catch (IOException | UndecodableException e) {
            LOG.warnf("persistence-worker cannot be asked for a list of jobs: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Unavailable();
    }

    private URI uri(Query query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("submitter", query.submitter().name());
        query.ended().ifPresent(ended -> parameters.put("ended", ended.name().toLowerCase(Locale.ROOT)));
        query.from().ifPresent(from -> parameters.put("from", from.toString()));
        query.until().ifPresent(until -> parameters.put("until", until.toString()));
        query.filename().ifPresent(filename -> parameters.put("filename", filename));
        query.after().ifPresent(after -> {
            parameters.put("after_time", after.submittedAt().toString());
            parameters.put("after_job", after.job().toString());
        });
        parameters.put("limit", String.valueOf(query.atMost()));
        return URI.create(config.url().toString().replaceAll("/+$", "") + "/internal/jobs?"
                + parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }
}
