package pl.paragon.ocr.reading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import pl.paragon.contracts.text.Page;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.trace.JobSpan;

/** What Prometheus sees of reading. */
public final class ReadingMetrics {

    private final MeterRegistry meters;
    private final Map<ReadingStep, Timer> steps = new EnumMap<>(ReadingStep.class);

    public ReadingMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (ReadingStep step : ReadingStep.values()) {
            steps.put(step, Metric.OCR_STEP.timer(meters, step.id()));
        }
    }

    public void watch(ReadingThreads threads) {
        Metric.OCR_THREADS_BUSY.gauge(meters, threads::busy);
        Metric.OCR_THREADS_ABANDONED.gauge(meters, threads::abandoned);
    }

    /** How often the readers were made anew. */
    public Counter renewals() {
        return Metric.OCR_READERS_RENEWED.counter(meters);
    }

    /** Something that is done to a page. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T done() throws E;
    }

    /** How long a step takes, also if it fails; a span of the job's trace, too. */
    public <T, E extends Exception> T time(ReadingStep step, Work<T, E> work) throws E {
        try (JobSpan span = JobSpan.part(step.id())) {
            return timeOneOf(step, work);
        }
    }

    /** The same for one of many pieces of a step, too short for a span of its own. */
    public <T, E extends Exception> T timeOneOf(ReadingStep step, Work<T, E> work) throws E {
        Timer.Sample begun = start();
        try {
            return work.done();
        } finally {
            begun.stop(steps.get(step));
        }
    }

    public Timer.Sample start() {
        return Timer.start(meters);
    }

    public void read(Timer.Sample begun, String engine, Page page) {
        begun.stop(timer(engine, page.origin()));
    }

    private Timer timer(String engine, Page.Origin origin) {
        return Metric.OCR_PAGE.timer(meters, engine, origin.name().toLowerCase(Locale.ROOT));
    }
}
