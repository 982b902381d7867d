package pl.paragon.api.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import pl.paragon.api.Defaults;
import pl.paragon.contracts.json.Json;

/** A persistence-worker that answers every request as a test says. */
public final class PlayedWorker implements AfterEachCallback {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile byte[] answer = {};

    public PlayedWorker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI()
                            + (type == null ? "" : " " + type) + " " + body)
                    .strip());
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    /** From now on, without a body. */
    public void answers(int status) {
        answers(status, "");
    }

    /** From now on, in JSON. */
    public void answers(int status, Object body) {
        answers(status, Json.writeText(body));
    }

    /** From now on. */
    public void answers(int status, String body) {
        this.status = status;
        this.answer = body.getBytes(UTF_8);
    }

    /** Nobody is there any more. */
    public void stop() {
        server.stop(0);
    }

    /** Method, address, type and body of each. */
    public List<String> requests() {
        return requests;
    }

    public PersistenceWorker client() {
        return client("/", "1m");
    }

    PersistenceWorker client(String end, String timeout) {
        return new PersistenceWorker(Defaults.with(
                PersistenceConfig.class,
                Map.of("paragon.persistence.url", url() + end, "paragon.persistence.timeout", timeout)));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }
}
