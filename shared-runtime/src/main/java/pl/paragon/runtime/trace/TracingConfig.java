package pl.paragon.runtime.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Whether jobs are traced, and where their spans go. */
@ConfigMapping(prefix = "paragon.tracing")
public interface TracingConfig {

    /**
     * Where spans are sent by OTLP over HTTP, e.g. {@code http://collector:4318/v1/traces}; nothing is traced if it is
     * not set. Every service has a setting of its own.
     */
    Optional<URI> endpoint();

    /**
     * The share of traces that are recorded, from 0 to 1. Whoever begins a trace decides for all who continue it, so
     * the gateway's counts for uploads.
     */
    @WithDefault("1.0")
    double sampled();
}
