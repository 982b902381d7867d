package pl.paragon.api.receipt;

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
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.receipt.Duplicate;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptBatch;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;
import pl.paragon.contracts.saved.SavedReceipt;
import pl.paragon.contracts.statistics.PriceQuery;
import pl.paragon.contracts.statistics.Prices;
import pl.paragon.contracts.statistics.Spending;
import pl.paragon.contracts.statistics.SpendingQuery;

/** Asks persistence-worker for receipts over internal HTTP. */
@ApplicationScoped
class ReceiptClient implements SavedReceipts {

    private final HttpClient http;
    private final PersistenceConfig config;

    ReceiptClient(PersistenceConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.config = config;
    }

    @Override
    public Optional<ReceiptPage> page(ReceiptQuery query) {
        HttpResponse<byte[]> answer = answer("/receipts/query", query);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(read(answer, ReceiptPage.class));
            case 400 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    @Override
    public NumberedPage numbered(NumberedQuery query) {
        return told("/receipts/numbered", query, NumberedPage.class);
    }

    @Override
    public ReceiptBatch batch(ReceiptQuery query) {
        return told("/receipts/batch", query, ReceiptBatch.class);
    }

    @Override
    public Spending spending(SpendingQuery query) {
        return told("/statistics/spending", query, Spending.class);
    }

    @Override
    public Prices prices(PriceQuery query) {
        return told("/statistics/prices", query, Prices.class);
    }

    private <T> T told(String path, Object query, Class<T> type) {
        HttpResponse<byte[]> answer = answer(path, query);
        if (answer.statusCode() != 200) {
            throw unexpected(answer);
        }
        return read(answer, type);
    }

    @Override
    public Optional<SavedReceipt> of(JobId job, Submitter submitter) {
        return of(job, "", submitter, SavedReceipt.class);
    }

    @Override
    public Optional<List<Duplicate>> duplicates(JobId job, Submitter submitter) {
        return of(job, "/duplicates", submitter, Duplicate[].class).map(List::of);
    }

    private <T> Optional<T> of(JobId job, String part, Submitter submitter, Class<T> type) {
        String whose = URLEncoder.encode(submitter.name(), StandardCharsets.UTF_8);
        URI uri = at("/receipts/" + job + part + "?submitter=" + whose);
        HttpResponse<byte[]> answer = answer(HttpRequest.newBuilder(uri).GET());
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(read(answer, type));
            case 404 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    private HttpResponse<byte[]> answer(String path, Object query) {
        return answer(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(query))));
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(config.timeout()).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ReceiptsUnavailableException("persistence-worker cannot be asked for receipts", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReceiptsUnavailableException("interrupted while asking for receipts", e);
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
                "persistence-worker answered %d to a request for receipts".formatted(answer.statusCode()), null);
    }

    private URI at(String rest) {
        return URI.create(config.url().toString().replaceAll("/+$", "") + "/internal" + rest);
    }
}
