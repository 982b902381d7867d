package pl.paragon.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/** Answers the gateway in persistence-worker's place. */
final class PlayedPersistence {

    private final Map<String, byte[]> saved = new ConcurrentHashMap<>();
    private final HttpServer server;

    PlayedPersistence() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void save(JobId job, AnalyzedReceipt receipt) {
        saved.put("/internal/jobs/" + job + "/analysis", Json.write(receipt));
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                String path = exchange.getRequestURI().getPath() + "/analysis";
                exchange.sendResponseHeaders(saved.remove(path) == null ? 404 : 200, -1);
                return;
            }
            byte[] receipt = saved.get(exchange.getRequestURI().getPath());
            if (receipt == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, receipt.length);
                exchange.getResponseBody().write(receipt);
            }
        }
    }
}
