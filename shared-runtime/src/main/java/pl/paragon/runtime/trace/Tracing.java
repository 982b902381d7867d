package pl.paragon.runtime.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has spans exported for as long as the process runs, if it is configured to. */
@ApplicationScoped
class Tracing {

    /** Of the observers of the start: before the first job. */
    private static final int FIRST = 1;
    /** Of the observers of the shutdown: after the last job. */
    private static final int LAST = 10_000;

    private final TracingConfig config;
    private final String service;
    private Optional<SpanExport> export = Optional.empty();

    Tracing(TracingConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.config = config;
        this.service = service;
    }

    void start(@Observes @Priority(FIRST) StartupEvent startup) {
        export = config.endpoint().map(endpoint -> new SpanExport(endpoint, config.sampled(), service));
        export.ifPresent(spans -> GlobalOpenTelemetry.set(
                OpenTelemetrySdk.builder().setTracerProvider(spans.tracers()).build()));
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent shutdown) {
        export.ifPresent(SpanExport::close);
    }
}
