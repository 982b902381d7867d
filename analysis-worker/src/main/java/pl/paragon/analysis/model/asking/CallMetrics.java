package pl.paragon.analysis.model.asking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import pl.paragon.runtime.metrics.Metric;

/** What Prometheus sees of the questions to a model. */
public final class CallMetrics {

    private static final String ANSWERED = "answered";

    private final MeterRegistry meters;
    private final AtomicInteger circuitOpen = new AtomicInteger();

    CallMetrics(MeterRegistry meters) {
        this.meters = meters;
        Metric.ANALYSIS_MODEL_CIRCUIT_OPEN.gauge(meters, circuitOpen::get);
        Metric.ANALYSIS_MODEL_CALL.timer(meters, ANSWERED);
        for (Silence why : Silence.values()) {
            Metric.ANALYSIS_MODEL_CALL.timer(meters, name(why));
        }
    }

    Timer.Sample begin() {
        return Timer.start(meters);
    }

    void answered(Timer.Sample sample) {
        end(sample, ANSWERED);
    }

    void silent(Timer.Sample sample, Silence why) {
        end(sample, name(why));
    }

    private void end(Timer.Sample sample, String outcome) {
        sample.stop(Metric.ANALYSIS_MODEL_CALL.timer(meters, outcome));
    }

    void circuit(boolean open) {
        circuitOpen.set(open ? 1 : 0);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
