package pl.paragon.analysis.model.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What Prometheus sees of the questions to a model: {@code paragon_analysis_model_call_seconds} by outcome
 * ({@code answered} or why not) and {@code paragon_analysis_model_circuit_open}.
 */
public final class CallMetrics {

    /** From a small model on a fast machine to the longest time limit that makes sense. */
    private static final Duration[] BUCKETS = IntStream.of(1, 2, 5, 10, 20, 30, 60, 120, 300)
            .mapToObj(Duration::ofSeconds)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final AtomicInteger circuitOpen = new AtomicInteger();

    CallMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("paragon.analysis.model.circuit.open", circuitOpen, AtomicInteger::get)
                .description("1 while a model that failed too often is left alone")
                .register(meters);
    }

    Timer.Sample begin() {
        return Timer.start(meters);
    }

    void answered(Timer.Sample sample) {
        end(sample, "answered");
    }

    void silent(Timer.Sample sample, Silence why) {
        end(sample, name(why));
    }

    private void end(Timer.Sample sample, String outcome) {
        sample.stop(Timer.builder("paragon.analysis.model.call")
                .description("Questions to a model, from waiting for a turn to the end")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(meters));
    }

    void circuit(boolean open) {
        circuitOpen.set(open ? 1 : 0);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
