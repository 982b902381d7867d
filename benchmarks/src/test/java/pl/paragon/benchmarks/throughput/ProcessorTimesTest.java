package pl.paragon.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessorTimesTest {

    @Test
    void shouldDivideWhatWasSpentMeanwhileByThePages() {
        // given
        Map<String, Duration> before = Map.of("ocr-worker", Duration.ofSeconds(100), "kafka", Duration.ofSeconds(7));
        Map<String, Duration> after = Map.of("ocr-worker", Duration.ofSeconds(120), "kafka", Duration.ofSeconds(8));

        // then
        assertThat(ProcessorTimes.perPage(before, after, 10))
                .containsOnly(
                        Map.entry("ocr-worker", 2.0), Map.entry("kafka", 0.1), Map.entry(ProcessorTimes.ALL, 2.1));
    }
}
