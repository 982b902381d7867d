package pl.paragon.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import pl.paragon.contracts.json.Json;

/** One gateway among several, asked for exactly what a request says: nothing is sent twice. */
final class Gateway implements AutoCloseable {

    private static final String RECEIPTS = "/api/v3/receipts/";
    private static final String BOUNDARY = "a-part-of-a-form";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    Gateway(URI url) {
        this.url = url;
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode data() {
            return Json.read(response.body(), JsonNode.class).path("data");
        }

        String job() {
            return data().path("job_id").asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** @param headers names and values in turn */
    Answer upload(Path file, String user, String... headers) {
        return post("process?user_id=" + user, "file", List.of(file), headers);
    }

    Answer uploadBatch(List<Path> files, String user) {
        return post("batch?user_id=" + user, "files", files);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(url.resolve(RECEIPTS + path)).build());
    }

    void cancel(String job) {
        send(HttpRequest.newBuilder(url.resolve(RECEIPTS + "cancel/" + job))
                .DELETE()
                .build());
    }

    /** What it tells of jobs from now on, as events that a server sends. */
    Told events(String query) {
        Told told = new Told();
        HttpResponse<Stream<String>> stream = sent(
                HttpRequest.newBuilder(url.resolve(RECEIPTS + "events" + query)).build(), BodyHandlers.ofLines());
        Thread.startVirtualThread(() -> {
            try {
                stream.body().filter(line -> line.startsWith("data:")).forEach(line -> told.add(line.substring(5)));
            } catch (UncheckedIOException e) {
                // The test is over, and the connection closed.
            }
        });
        return told;
    }

    /** The same over a WebSocket. */
    Told socket(String query) {
        Told told = new Told();
        StringBuilder begun = new StringBuilder();
        URI address = URI.create("ws://" + url.getAuthority() + "/ws" + query);
        http.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        begun.append(text);
                        if (last) {
                            told.add(begun.toString());
                            begun.setLength(0);
                        }
                        socket.request(1);
                        return null;
                    }
                })
                .join();
        return told;
    }

    /** Messages about jobs, in the order in which they came. */
    static final class Told {
        private final List<JsonNode> messages = new CopyOnWriteArrayList<>();

        private void add(String json) {
            messages.add(Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class));
        }

        JsonNode await(String job, String word) {
            Predicate<JsonNode> wanted =
                    message -> message.at("/data/job_id").asText().equals(job)
                            && message.at("/data/job_status").asText().equals(word);
            Awaitility.await().atMost(SharedParagon.PATIENCE).until(() -> messages.stream()
                    .anyMatch(wanted));
            return messages.stream().filter(wanted).findFirst().orElseThrow();
        }
    }

    private Answer post(String path, String field, List<Path> files, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(RECEIPTS + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form(field, files)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static byte[] form(String field, List<Path> files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try {
            for (Path file : files) {
                form.writeBytes(
                        """
                        --%s\r
                        Content-Disposition: form-data; name="%s"; filename="%s"\r
                        Content-Type: image/png\r
                        \r
                        """.formatted(BOUNDARY, field, file.getFileName()).getBytes(StandardCharsets.UTF_8));
                form.writeBytes(Files.readAllBytes(file));
                form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        form.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private Answer send(HttpRequest request) {
        return new Answer(sent(request, BodyHandlers.ofByteArray()));
    }

    private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
