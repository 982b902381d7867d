package pl.paragon.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricPageTest {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    void shouldBeWhatTheMetricsSay() throws IOException {
        String page = MetricPage.render();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    @ParameterizedTest
    @EnumSource
    void shouldNameAMetricAsPrometheusIsShownIt(Metric metric) {
        // given
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        String[] values = metric.labels().toArray(String[]::new);

        // when
        switch (metric.kind()) {
            case COUNTER -> metric.counter(meters, values);
            case GAUGE -> metric.gauge(meters, () -> Double.NaN, values);
            case TIMER -> metric.timer(meters, values);
        }

        // then
        assertThat(meters.scrape())
                .contains(
                        "\n# TYPE " + metric.prometheusName() + " ",
                        "# HELP " + metric.prometheusName() + " " + metric.help());
    }
}
