package pl.paragon.running.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS = new Metrics("""
            # HELP jvm_memory_used_bytes The amount of used memory
            jvm_memory_used_bytes{area="heap",id="Eden Space"} 1000.0
            jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 2.5E7
            jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0E7
            paragon_push_listeners 12.0
            paragon_push_listeners_max 99.0
            """);

    @Test
    void shouldAddUpWhatTheMetricsSayOfOneName() {
        assertThat(METRICS.sum("jvm_memory_used_bytes", "area=\"heap\"")).isEqualTo(25_001_000);
        assertThat(METRICS.sum("paragon_push_listeners")).isEqualTo(12);
        assertThat(METRICS.sum("absent")).isZero();
    }
}
