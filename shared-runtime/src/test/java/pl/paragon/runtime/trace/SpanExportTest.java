package pl.paragon.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanExportTest {

    private static final URI NOWHERE = URI.create("http://localhost:4318/v1/traces");

    @Test
    void shouldSendWhatIsLeftWhenItCloses() throws Exception {
        // given
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.complete(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        URI endpoint = URI.create("http://localhost:" + collector.getAddress().getPort() + "/v1/traces");

        // when
        try (SpanExport export = new SpanExport(endpoint, 1, "some-service")) {
            export.tracers().get("test").spanBuilder("some-span").startSpan().end();
        }

        // then
        assertThat(received).isCompleted();
        assertThat(received.join())
                .asString(StandardCharsets.ISO_8859_1)
                .contains("some-service")
                .contains("some-span");
        collector.stop(0);
    }

    @Test
    void shouldRecordTheShareOfTracesThatItIsToldTo() {
        try (SpanExport export = new SpanExport(NOWHERE, 0, "some-service")) {
            assertThat(export.tracers()
                            .get("test")
                            .spanBuilder("some-span")
                            .startSpan()
                            .isRecording())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "/v1/traces", "grpc://collector:4317", "http:/v1/traces"})
    void shouldSayWhatIsWrongWithAnEndpoint(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanExport(URI.create(endpoint), 1, "some-service"))
                .withMessageStartingWith("paragon.tracing.endpoint is " + endpoint)
                .withMessageContaining("e.g. http://collector:4318/v1/traces");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void shouldSayWhatIsWrongWithAShare(double sampled) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanExport(NOWHERE, sampled, "some-service"))
                .withMessageContaining("from 0 (none) to 1 (all)");
    }
}
