package pl.paragon.benchmarks.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pl.paragon.contracts.json.Json;

/**
 * A running Prometheus, asked as Grafana asks it with all namespaces and jobs selected.
 *
 * @param range for which it is asked
 * @param rateInterval what {@code $__rate_interval} is
 */
record Prometheus(URI address, HttpClient http, Range range, Duration rateInterval) {

    private static final int POINTS = 240;

    /** Prometheus refused a query, or does not answer; the message says what and why. */
    static final class QueryFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        QueryFailedException(String message) {
            super(message);
        }
    }

    List<Series> query(String expression) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "query", substituted(expression),
                "start", range.from().toString(),
                "end", range.to().toString(),
                "step", Long.toString(Math.max(1, range.length().toSeconds() / POINTS)));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/query_range"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        JsonNode answer = Json.read(response.body(), JsonNode.class);
        if (!answer.path("status").asText().equals("success")) {
            throw new QueryFailedException(answer.path("error").asText("HTTP " + response.statusCode()));
        }
        List<Series> series = new ArrayList<>();
        answer.at("/data/result").forEach(one -> series.add(Series.of(one)));
        return series;
    }

    private String substituted(String expression) {
        return expression
                .replace("$__rate_interval", rateInterval.toSeconds() + "s")
                .replace("$namespace", ".*")
                .replace("$job", ".*");
    }
}
