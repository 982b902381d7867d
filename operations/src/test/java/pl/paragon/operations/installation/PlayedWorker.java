package pl.paragon.operations.installation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A persistence-worker that answers what a test says, and 404 to anything else. */
public final class PlayedWorker implements AfterEachCallback {

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private record Answer(int status, String body) {}

    public PlayedWorker() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add((request + " " + new String(exchange.getRequestBody().readAllBytes(), UTF_8)).strip());
            Answer answer = answers.getOrDefault(request, new Answer(404, ""));
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** @param request method and address, e.g. {@code GET /internal/keys} */
    public void answers(String request, String body) {
        answers.put(request, new Answer(200, body));
    }

    /** Without a body. */
    public void answers(String request, int status) {
        answers.put(request, new Answer(status, ""));
    }

    /** Method, address and body of each. */
    public List<String> requests() {
        return requests;
    }

    public Installation installation() {
        return new FixedInstallation(
                Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop(0);
    }
}
