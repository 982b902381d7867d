package pl.paragon.analysis.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import pl.paragon.analysis.model.grounding.Grounded.Rejected;

/**
 * What Prometheus sees of a model's answers: {@code paragon_analysis_model_rejected_total} by kind, and
 * {@code paragon_analysis_results_total} by whose draft stood.
 */
final class ResultMetrics {

    private final MeterRegistry meters;

    ResultMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void rejected(List<Rejected> rejected) {
        rejected.forEach(r -> Counter.builder("paragon.analysis.model.rejected")
                .description("Things that a model said and that do not stand in the text")
                .tag("kind", r.kind().name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment());
    }

    void stood(String engine) {
        Counter.builder("paragon.analysis.results")
                .description("Results of engines that may ask a model, by whose draft stood")
                .tag("engine", engine)
                .register(meters)
                .increment();
    }
}
