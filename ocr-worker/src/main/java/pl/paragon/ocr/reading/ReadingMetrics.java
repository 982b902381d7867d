package pl.paragon.ocr.reading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import pl.paragon.contracts.text.Page;

/**
 * The metrics of reading: {@code paragon_ocr_page_seconds} by engine and origin, {@code paragon_ocr_threads_busy},
 * {@code paragon_ocr_threads_abandoned}, {@code paragon_ocr_readers_renewed_total}.
 */
public final class ReadingMetrics {

    private final MeterRegistry meters;

    public ReadingMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    public void watch(ReadingThreads threads) {
        Gauge.builder("paragon.ocr.threads.busy", threads::busy)
                .description("Pages that are read now")
                .register(meters);
        Gauge.builder("paragon.ocr.threads.abandoned", threads::abandoned)
                .description("Reading threads that were given up and have not come back")
                .register(meters);
    }

    /** How often the readers were made anew. */
    public Counter renewals() {
        return Counter.builder("paragon.ocr.readers.renewed")
                .description("How often the readers' engines and models were made anew")
                .register(meters);
    }

    public Timer.Sample start() {
        return Timer.start(meters);
    }

    public void read(Timer.Sample begun, String engine, Page page) {
        begun.stop(timer(engine, page.origin()));
    }

    private Timer timer(String engine, Page.Origin origin) {
        return Timer.builder("paragon.ocr.page")
                .description("Reading one page")
                .tag("engine", engine)
                .tag("origin", origin.name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(meters);
    }
}
