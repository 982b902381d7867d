package pl.paragon.persistence.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** What the last complete sweep found; not a number before the first. */
final class SweepMetrics {

    private final Counter receipts;
    private volatile Sweep last;

    private record Sweep(Instant ended, Duration took, long live, Coverage coverage) {}

    SweepMetrics(MeterRegistry meters) {
        gauge(
                meters,
                "paragon.sweep.ended.seconds",
                "When the last sweep ended, in seconds since 1970",
                sweep -> sweep.ended().getEpochSecond());
        gauge(
                meters,
                "paragon.sweep.duration.seconds",
                "How long the last sweep took",
                sweep -> sweep.took().toMillis() / 1000.0);
        gauge(
                meters,
                "paragon.jobs.live",
                "Jobs that were accepted and have not ended, at the last sweep",
                sweep -> sweep.live());
        gauge(
                meters,
                "paragon.jobs.register.age.seconds",
                "How far the register of accepted jobs was behind, at the last sweep",
                sweep -> sweep.coverage().equals(Coverage.NONE)
                        ? Double.NaN
                        : Duration.between(sweep.coverage().until(), sweep.ended())
                                        .toMillis()
                                / 1000.0);
        receipts = Counter.builder("paragon.receipts.expired")
                .description("Receipts that were deleted because their retention had ended")
                .register(meters);
    }

    void receiptsExpired(int count) {
        receipts.increment(count);
    }

    void swept(Instant began, Instant ended, long live, Coverage coverage) {
        last = new Sweep(ended, Duration.between(began, ended), live, coverage);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Sweep> value) {
        Gauge.builder(name, () -> last == null ? Double.NaN : value.applyAsDouble(last))
                .description(description)
                .register(meters);
    }
}
