package pl.paragon.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pl.paragon.contracts.json.Json;

/** A client of a stream of Server-Sent Events. */
final class EventReader implements AutoCloseable {

    /** @param data the JSON of the event */
    record Event(String id, String name, JsonNode data) {
        String word() {
            return data.at("/data/job_status").asText();
        }

        String job() {
            return data.at("/data/job_id").asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile int comments;
    private volatile boolean ended;

    /** @param headers names and values in turn */
    EventReader(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v3/receipts/events" + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            Thread.startVirtualThread(this::read);
        }
    }

    int statusCode() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    String body() throws Exception {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    List<Event> events() {
        return events;
    }

    int comments() {
        return comments;
    }

    boolean ended() {
        return ended;
    }

    /** Waits for an event, and returns the first such one. */
    Event first(Predicate<Event> wanted) {
        await().atMost(Polls.LONGEST).until(() -> events.stream().anyMatch(wanted));
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    void awaitEnd() {
        await().atMost(Polls.LONGEST).until(() -> ended);
    }

    private void read() {
        Map<String, String> fields = new HashMap<>();
        try (Stream<String> lines = new java.io.BufferedReader(
                        new java.io.InputStreamReader(response.body(), StandardCharsets.UTF_8))
                .lines()) {
            lines.forEach(line -> {
                if (line.startsWith(":")) {
                    comments++;
                } else if (!line.isEmpty()) {
                    String[] field = line.split(":", 2);
                    fields.put(field[0], field[1].strip());
                } else if (fields.containsKey("data")) {
                    events.add(new Event(
                            fields.get("id"),
                            fields.get("event"),
                            Json.read(fields.get("data").getBytes(StandardCharsets.UTF_8), JsonNode.class)));
                    fields.clear();
                }
            });
        } catch (UncheckedIOException e) {
            // Disconnected.
        }
        ended = true;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
