package pl.paragon.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.metrics.Metric;

class ExemplarsTest {

    @RegisterExtension
    static final OpenTelemetryExtension TRACES = OpenTelemetryExtension.create();

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT,
            new CollectorRegistry(),
            Clock.SYSTEM,
            new Exemplars().ofCurrentSpans().orElseThrow());

    @Test
    void shouldNameTheTraceOfAJobBesideItsBucket() {
        // when
        try (JobSpan upload = JobSpan.ofRequest("upload", JobId.random())) {
            Metric.CANCEL.timer(meters).record(Duration.ofMillis(20));
        }

        // then
        String trace = TRACES.getSpans().getFirst().getTraceId();
        assertThat(scrape().filter(line -> line.contains("_bucket") && line.contains("trace_id=\"" + trace + "\"")))
                .hasSize(1);
    }

    @Test
    void shouldNameNoTraceOfWhatIsNotTraced() {
        // when
        Metric.CANCEL.timer(meters).record(Duration.ofMillis(20));

        // then
        assertThat(scrape()).anyMatch(line -> line.contains("_bucket")).noneMatch(line -> line.contains("trace_id"));
    }

    private Stream<String> scrape() {
        return meters.scrape(TextFormat.CONTENT_TYPE_OPENMETRICS_100).lines();
    }
}
