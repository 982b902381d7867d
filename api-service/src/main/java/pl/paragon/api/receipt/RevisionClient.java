package pl.paragon.api.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.saved.Correction;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.contracts.saved.RevisionList;
import pl.paragon.contracts.saved.SavedReceipt;

/** Asks persistence-worker for corrections over internal HTTP. */
@ApplicationScoped
class RevisionClient implements SavedRevisions {

    private final HttpClient http;
    private final PersistenceConfig config;

    RevisionClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Corrections.Outcome correct(JobId job, Correction correction) {
        HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(at(job, ""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(correction))));
        return switch (answer.statusCode()) {
            case 200 -> new Corrections.Outcome.Made(read(answer, SavedReceipt.class));
            case 404 -> new Corrections.Outcome.Unknown();
            case 409 -> new Corrections.Outcome.Full();
            case 412 -> new Corrections.Outcome.Outdated();
            default -> throw unexpected(answer);
        };
    }

    @Override
    public Optional<RevisionList> list(JobId job, Submitter submitter) {
        return found(at(job, whose(submitter)), RevisionList.class);
    }

    @Override
    public Optional<Revision> find(JobId job, Submitter submitter, int number) {
        return found(at(job, "/" + number + whose(submitter)), Revision.class);
    }

    private <T> Optional<T> found(URI address, Class<T> type) {
        HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(address).GET());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(read(answer, type));
            case 404 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(config.timeout()).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ReceiptsUnavailableException("persistence-worker cannot be asked for corrections", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceiptsUnavailableException("interrupted while asking for corrections", e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        try {
            return Json.read(answer.body(), type);
        } catch (UndecodableException e) {
            throw new ReceiptsUnavailableException("persistence-worker's answer is undecodable", e);
        }
    }

    private static ReceiptsUnavailableException unexpected(HttpResponse<byte[]> answer) {
        return new ReceiptsUnavailableException(
                "persistence-worker answered %d to a request about corrections".formatted(answer.statusCode()), null);
    }

    private static String whose(Submitter submitter) {
        return "?submitter=" + URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8);
    }

    private URI at(JobId job, String rest) {
        return URI.create(
                config.url().toString().replaceAll("/+$", "") + "/internal/receipts/" + job + "/revisions" + rest);
    }
}
