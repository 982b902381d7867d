package pl.paragon.persistence.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A receiver of webhooks on this machine that answers as it is told, by path. */
public final class LocalReceiver implements AutoCloseable {

    /** One message. @param headers by their names in lower case */
    public record Received(String path, Map<String, String> headers, String body) {}

    /** One answer. */
    public interface Reply {
        void to(HttpExchange exchange) throws IOException;

        static Reply status(int status) {
            return exchange -> exchange.sendResponseHeaders(status, -1);
        }

        static Reply status(int status, String header, String value) {
            return exchange -> {
                exchange.getResponseHeaders().set(header, value);
                exchange.sendResponseHeaders(status, -1);
            };
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public LocalReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** One answer after another; the last one from then on. Without any it is 204. */
    public void answer(String path, Reply... inTurn) {
        replies.put(path, new ArrayDeque<>(Arrays.asList(inTurn)));
    }

    /** Says nothing until it is closed. */
    public Reply silence() {
        return exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public List<Received> received(String path) {
        return received.stream().filter(message -> message.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            String path = exchange.getRequestURI().toString();
            received.add(new Received(
                    path, headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            next(path).to(exchange);
        }
    }

    private Reply next(String path) {
        Queue<Reply> left = replies.get(path);
        if (left == null) {
            return Reply.status(204);
        }
        synchronized (left) {
            return left.size() > 1 ? left.remove() : left.element();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
