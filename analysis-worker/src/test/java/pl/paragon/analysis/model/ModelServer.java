package pl.paragon.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on a real port that speaks both protocols, {@code /api/chat} and {@code /v1/chat/completions}, and behaves
 * as it is told: well, or badly in one of many ways.
 */
public final class ModelServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it does with a question. */
    public interface Behaviour {
        void answer(HttpExchange exchange, boolean ollama) throws IOException;
    }

    /** @param body as it came */
    public record Asked(String path, String authorization, JsonNode body) {

        /** The message of this role. */
        public String message(String role) {
            for (JsonNode message : body.path("messages")) {
                if (message.path("role").asText().equals(role)) {
                    return message.path("content").asText();
                }
            }
            throw new AssertionError("no message of " + role);
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Behaviour behaviour;

    private ModelServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public static ModelServer that(Behaviour behaviour) {
        return new ModelServer(behaviour);
    }

    public void now(Behaviour other) {
        behaviour = other;
    }

    public URI ollamaUrl() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public URI openAiUrl() {
        return URI.create(ollamaUrl() + "/v1");
    }

    /** The questions so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Answers with these words, as the protocol has it. */
    public static Behaviour says(String words) {
        return (exchange, ollama) -> send(exchange, 200, envelope(words, ollama, "stop"));
    }

    /** The same, but says that it ended at the greatest length. */
    public static Behaviour isCutOffAfter(String words) {
        return (exchange, ollama) -> send(exchange, 200, envelope(words, ollama, "length"));
    }

    /** Answers with the call of a tool that it was never offered. */
    public static Behaviour callsForATool() {
        return (exchange, ollama) -> {
            ObjectNode envelope = answer("", ollama, "tool_calls");
            ObjectNode message = (ObjectNode)
                    (ollama
                            ? envelope.path("message")
                            : envelope.path("choices").path(0).path("message"));
            ObjectNode call = message.putArray("tool_calls")
                    .addObject()
                    .put("id", "1")
                    .put("type", "function")
                    .putObject("function")
                    .put("name", "shell");
            if (ollama) {
                call.putObject("arguments").put("command", "ls");
            } else {
                call.put("arguments", "{\"command\":\"ls\"}");
            }
            send(exchange, 200, envelope.toString());
        };
    }

    /** Answers with a status and a body of its own. */
    public static Behaviour sends(int status, String body) {
        return (exchange, ollama) -> send(exchange, status, body);
    }

    /** Promises a body and breaks off in its middle. */
    public static Behaviour breaksOff(String words) {
        return (exchange, ollama) -> {
            byte[] body = envelope(words, ollama, "stop").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Takes the question and says nothing until it is closed. */
    public Behaviour neverAnswers() {
        return (exchange, ollama) -> awaitClose();
    }

    /** Sends a byte now and then, without an end, until the asker hangs up. */
    public static Behaviour drips(CountDownLatch hungUp) {
        return (exchange, ollama) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(' ');
                    out.flush();
                    pause();
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        };
    }

    /** Sends without end, as fast as it goes. */
    public static Behaviour floods() {
        return (exchange, ollama) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = "[".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(much);
                }
            }
        };
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                JSON.readTree(exchange.getRequestBody().readAllBytes())));
        switch (path) {
            case "/api/chat" -> behaviour.answer(exchange, true);
            case "/v1/chat/completions" -> behaviour.answer(exchange, false);
            default -> send(exchange, 404, "{}");
        }
    }

    private static String envelope(String words, boolean ollama, String end) {
        return answer(words, ollama, end).toString();
    }

    private static ObjectNode answer(String words, boolean ollama, String end) {
        ObjectNode envelope = JSON.createObjectNode().put("model", "fake");
        ObjectNode message = ollama
                ? envelope.putObject("message")
                : envelope.putArray("choices")
                        .addObject()
                        .put("index", 0)
                        .put("finish_reason", end)
                        .putObject("message");
        message.put("role", "assistant").put("content", words);
        if (ollama) {
            envelope.put("done", true).put("done_reason", end).put("created_at", "2026-03-14T09:00:00Z");
        } else {
            envelope.put("id", "1").put("object", "chat.completion").put("created", 1773478800);
        }
        return envelope;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        LockSupport.parkNanos(20_000_000);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
