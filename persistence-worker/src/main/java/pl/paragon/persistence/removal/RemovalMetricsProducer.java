package pl.paragon.persistence.removal;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the metrics of what was removed. */
@ApplicationScoped
class RemovalMetricsProducer {

    @Produces
    @Singleton
    static RemovalMetrics metrics(MeterRegistry meters) {
        return new RemovalMetrics(meters);
    }
}
