package pl.paragon.runtime.metrics;

import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers Prometheus in the format that it prefers, OpenMetrics, which alone has exemplars. Quarkus answers in plain
 * text whoever would take it as well, as every Prometheus does.
 */
@ApplicationScoped
class OpenMetricsFirst {

    private static final String PATH = "/q/metrics";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    void install(@Observes Router router) {
        router.get(PATH).order(Integer.MIN_VALUE).handler(OpenMetricsFirst::prefer);
    }

    private static void prefer(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains(OPEN_METRICS)) {
            request.headers().set(HttpHeaders.ACCEPT, TextFormat.CONTENT_TYPE_OPENMETRICS_100);
        }
        exchange.next();
    }
}
