package pl.paragon.benchmarks.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.running.stack.Checkout;

/** The dashboards of this checkout, as they are asked and drawn. */
class DashboardTest {

    private static final Series SERIES = new Series(
            Map.of("stage", "ocr", "instance", "10.0.0.7:8001"), new double[] {1_000, 1_010}, new double[] {0.5, 0.25});

    private static final Range RANGE = new Range(Instant.EPOCH, Instant.ofEpochSecond(2_000));

    static Stream<Path> files() throws IOException {
        return Files.list(Checkout.ofThisProgram().directory().resolve("monitoring/grafana/dashboards"))
                .filter(file -> file.toString().endsWith(".json"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldBeDrawnWhole(Path file) throws IOException {
        // given
        Dashboard dashboard = Dashboard.read(file);
        DashboardPicture picture = new DashboardPicture(dashboard, RANGE);

        // when
        dashboard.panels().forEach(panel -> assertThatCode(() -> picture.add(panel, Map.of("ocr", SERIES)))
                .as(panel.title())
                .doesNotThrowAnyException());

        // then
        BufferedImage image = picture.finished();
        assertThat(image.getHeight()).isGreaterThan(dashboard.height());
        assertThat(dashboard.panels())
                .filteredOn(panel -> panel.queries().isEmpty())
                .allMatch(panel -> panel.kind().equals(Panel.ROW));
    }

    @Test
    void shouldNameSeriesAsTheLegendSays() {
        // when, then
        assertThat(SERIES.name("{{stage}} {{instance}}")).isEqualTo("ocr 10.0.0.7:8001");
        assertThat(SERIES.name("{{stage}} {{error}}")).isEqualTo("ocr");
        assertThat(SERIES.name("p50")).isEqualTo("p50");
    }

    @Test
    void shouldWriteValuesInTheUnitOfThePanel() {
        // when, then
        assertThat(Unit.of("percentunit").format(0.995)).isEqualTo("99.5 %");
        assertThat(Unit.of("s").format(1200)).isEqualTo("1200 s");
        assertThat(Unit.of("bool_yes_no").format(1)).isEqualTo("yes");
        assertThat(Unit.of("short").format(0)).isEqualTo("0");
    }

    @Test
    void shouldAskForAllNamespacesAndJobs() throws Exception {
        // given
        List<String> asked = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/query_range", exchange -> {
            asked.add(URLDecoder.decode(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8));
            byte[] answer = """
                    {"status": "success", "data": {"result": [
                      {"metric": {"stage": "ocr"}, "values": [[1000, "1"], [1010, "NaN"]]}]}}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();

        // when
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            List<Series> series = new Prometheus(address, http, RANGE, Duration.ofSeconds(60))
                    .query("rate(x{job=~\"$job\",namespace=~\"$namespace|\"}[$__rate_interval])");

            // then
            assertThat(asked.getFirst()).contains("query=rate(x{job=~\".*\",namespace=~\".*|\"}[60s])");
            assertThat(series).singleElement().satisfies(one -> {
                assertThat(one.labels()).isEqualTo(Map.of("stage", "ocr"));
                assertThat(one.values()).containsExactly(1, Double.NaN);
            });
        } finally {
            server.stop(0);
        }
    }
}
