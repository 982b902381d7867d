package pl.paragon.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes spans as a collector does, by OTLP over HTTP, and keeps them. */
final class SpanCollector implements AutoCloseable {

    /** @param parent empty for the first of a trace */
    record Span(String service, String name, String trace, String id, String parent) {}

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    private SpanCollector(HttpServer server) {
        this.server = server;
    }

    static SpanCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SpanCollector collector = new SpanCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Span> spans() {
        return List.copyOf(spans);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            ProtobufMessage request =
                    ProtobufMessage.of(exchange.getRequestBody().readAllBytes());
            request.messages(1).forEach(this::takeResource);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The numbers are those of the fields in opentelemetry/proto/trace/v1/trace.proto. */
    private void takeResource(ProtobufMessage resource) {
        String service = resource.messages(1).stream()
                .flatMap(attributes -> attributes.messages(1).stream())
                .filter(attribute -> attribute.text(1).equals("service.name"))
                .map(attribute -> attribute.messages(2).getFirst().text(1))
                .findFirst()
                .orElseThrow();
        resource.messages(2).stream()
                .flatMap(scope -> scope.messages(2).stream())
                .map(span -> new Span(service, span.text(5), span.hex(1), span.hex(2), span.hex(4)))
                .forEach(spans::add);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
