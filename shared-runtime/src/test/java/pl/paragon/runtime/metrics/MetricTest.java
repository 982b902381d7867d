package pl.paragon.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MetricTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shouldCountWhereItCountedBefore() {
        Metric.LANES_JOBS.counter(meters, "bulk").increment();
        Metric.LANES_JOBS.counter(meters, "bulk").increment();

        assertThat(meters.get("paragon.lanes.jobs")
                        .tag("lane", "bulk")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void shouldRefuseLabelsThatItDoesNotHave() {
        assertThatThrownBy(() -> Metric.LANES_JOBS.counter(meters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LANES_JOBS has the labels [lane], not 0");
    }

    @Test
    void shouldRefuseToBeWhatItIsNot() {
        assertThatThrownBy(() -> Metric.LANES_JOBS.gauge(meters, () -> 1, "bulk"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("LANES_JOBS is a COUNTER, not a GAUGE");
    }
}
