package pl.paragon.persistence.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import pl.paragon.runtime.metrics.Metric;

/** What the last complete sweep found; not a number before the first. */
final class SweepMetrics {

    private final Counter receipts;
    private volatile Sweep last;

    private record Sweep(Instant ended, Duration took, long live, Coverage coverage) {}

    SweepMetrics(MeterRegistry meters) {
        gauge(meters, Metric.SWEEP_ENDED, sweep -> sweep.ended().getEpochSecond());
        gauge(meters, Metric.SWEEP_DURATION, sweep -> sweep.took().toMillis() / 1000.0);
        gauge(meters, Metric.JOBS_LIVE, Sweep::live);
        gauge(
                meters,
                Metric.JOBS_REGISTER_AGE,
                sweep -> sweep.coverage().equals(Coverage.NONE)
                        ? Double.NaN
                        : Duration.between(sweep.coverage().until(), sweep.ended())
                                        .toMillis()
                                / 1000.0);
        receipts = Metric.RECEIPTS_EXPIRED.counter(meters);
    }

    void receiptsExpired(int count) {
        receipts.increment(count);
    }

    void swept(Instant began, Instant ended, long live, Coverage coverage) {
        last = new Sweep(ended, Duration.between(began, ended), live, coverage);
    }

    private void gauge(MeterRegistry meters, Metric metric, ToDoubleFunction<Sweep> value) {
        metric.gauge(meters, () -> last == null ? Double.NaN : value.applyAsDouble(last));
    }
}
