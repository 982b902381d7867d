package pl.paragon.runtime.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * Sends this process's spans to a collector, in batches, on a thread of its own. While the collector is away spans are
 * dropped; no job waits for it.
 */
final class SpanExport implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final SdkTracerProvider tracers;

    /**
     * @param sampled the share of traces, from 0 to 1
     * @param service what the spans say where they come from
     * @throws IllegalArgumentException if the configuration makes no sense
     */
    SpanExport(URI endpoint, double sampled, String service) {
        this.tracers = SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(share(sampled))))
                .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                .setEndpoint(http(endpoint).toString())
                                .build())
                        .build())
                .build();
    }

    private static double share(double sampled) {
        if (sampled >= 0 && sampled <= 1) {
            return sampled;
        }
        throw new IllegalArgumentException("paragon.tracing.sampled is " + sampled
                + ": set the share of traces to record, from 0 (none) to 1 (all)");
    }

    private static URI http(URI endpoint) {
        if (endpoint.getHost() != null
                && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))) {
            return endpoint;
        }
        throw new IllegalArgumentException("paragon.tracing.endpoint is " + endpoint
                + ": set the collector's address for OTLP over HTTP, e.g. http://collector:4318/v1/traces");
    }

    SdkTracerProvider tracers() {
        return tracers;
    }

    /** Sends what is left. */
    @Override
    public void close() {
        tracers.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
