package pl.paragon.analysis.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.runtime.metrics.Metric;

/** What Prometheus sees of a model's answers. */
final class ResultMetrics {

    private final MeterRegistry meters;

    ResultMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void rejected(List<Rejected> rejected) {
        rejected.forEach(r -> Metric.ANALYSIS_MODEL_REJECTED
                .counter(meters, r.kind().name().toLowerCase(Locale.ROOT))
                .increment());
    }

    void stood(String engine) {
        Metric.ANALYSIS_RESULTS.counter(meters, engine).increment();
    }
}
