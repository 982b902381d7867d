package pl.paragon.analysis.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.paragon.analysis.model.grounding.Grounded.Kind;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;
import pl.paragon.runtime.metrics.Metric;

/** What Prometheus sees of a model's answers. */
final class ResultMetrics {

    private final MeterRegistry meters;
    private final Map<Kind, Counter> rejected = new EnumMap<>(Kind.class);

    ResultMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            rejected.put(
                    kind,
                    Metric.ANALYSIS_MODEL_REJECTED.counter(meters, kind.name().toLowerCase(Locale.ROOT)));
        }
    }

    void rejected(List<Rejected> things) {
        things.forEach(thing -> rejected.get(thing.kind()).increment());
    }

    void stood(String engine) {
        Metric.ANALYSIS_RESULTS.counter(meters, engine).increment();
    }
}
