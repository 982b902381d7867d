package pl.paragon.benchmarks.sidebyside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

/** Serves what both systems serve, and remembers what it was asked. */
public final class PlayedSystem implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, String> jobs = new ConcurrentHashMap<>();
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final AtomicBoolean paused = new AtomicBoolean();
    private volatile int refusals;
    private volatile String begins = "PENDING";
    private volatile boolean wasPaused;

    public PlayedSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v3/receipts/process", this::process);
        server.createContext("/api/v3/receipts/status/", this::status);
        server.createContext("/api/v3/receipts/cancel/", this::cancel);
        server.createContext("/api/v3/receipts/health", exchange -> answer(exchange, 200, "\"status\":\"healthy\""));
        server.createContext("/api/v3/stages", this::stages);
        server.start();
    }

    /** The state in which a job is once it is uploaded, unless OCR is paused. */
    public PlayedSystem whereJobsAre(String state) {
        begins = state;
        return this;
    }

    /** Refuses that many uploads. */
    public PlayedSystem refusing(int uploads) {
        refusals = uploads;
        return this;
    }

    public Target target(Kind kind) {
        return new Target(kind, URI.create(address() + "/api/v3/receipts"), Optional.empty());
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<byte[]> bodies() {
        return bodies;
    }

    /** Of all jobs. */
    public Set<String> ids() {
        return jobs.keySet();
    }

    /** The states of all jobs. */
    public List<String> states() {
        return List.copyOf(jobs.values());
    }

    public boolean isPaused() {
        return paused.get();
    }

    public boolean wasPaused() {
        return wasPaused;
    }

    private void process(HttpExchange exchange) throws IOException {
        bodies.add(exchange.getRequestBody().readAllBytes());
        if (refusals > 0) {
            refusals--;
            answer(exchange, 507, "\"why\":\"no room\"");
            return;
        }
        String job = UUID.randomUUID().toString();
        jobs.put(job, paused.get() ? "PENDING" : begins);
        answer(exchange, 202, "\"job_id\":\"" + job + "\"");
    }

    private void status(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "\"status\":\"" + jobs.getOrDefault(last(exchange), "PENDING") + "\"");
    }

    private void cancel(HttpExchange exchange) throws IOException {
        jobs.computeIfPresent(last(exchange), (job, state) -> state.equals("SUCCESS") ? state : "REVOKED");
        answer(exchange, 200, "\"job_id\":\"" + last(exchange) + "\"");
    }

    private void stages(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                paused.set(true);
                wasPaused = true;
            }
            case "DELETE" -> paused.set(false);
            default -> {}
        }
        exchange.getRequestBody().readAllBytes();
        answer(
                exchange,
                200,
                "\"stages\":[{\"stage\":\"ocr\",\"active_jobs\":0,\"pause\":" + (paused.get() ? "{}" : "null") + "}]");
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** In chunks, as the one system answers, if the request is for a status; with a length otherwise. */
    private static void answer(HttpExchange exchange, int code, String data) throws IOException {
        byte[] body = ("{\"data\":{" + data + "}}").getBytes(StandardCharsets.UTF_8);
        boolean chunked = exchange.getRequestURI().getPath().contains("/status/");
        exchange.sendResponseHeaders(code, chunked ? 0 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
