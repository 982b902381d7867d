package pl.paragon.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Names, beside the buckets of a histogram, the trace of a job that fell into each, so that a dashboard leads from a
 * slow quantile to a slow receipt. Only traces that are recorded are named, and only to whoever asks for OpenMetrics,
 * as Prometheus does. It takes the place of the sampler that Quarkus has without its OpenTelemetry extension, which
 * names none.
 */
final class Exemplars {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Optional<ExemplarSampler> ofCurrentSpans() {
        return Optional.of(new DefaultExemplarSampler(new CurrentSpan()));
    }

    private static final class CurrentSpan implements SpanContextSupplier {

        @Override
        public String getTraceId() {
            return current().getTraceId();
        }

        @Override
        public String getSpanId() {
            return current().getSpanId();
        }

        @Override
        public boolean isSampled() {
            return current().isSampled();
        }

        private static SpanContext current() {
            return Span.current().getSpanContext();
        }
    }
}
