package pl.paragon.benchmarks.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void shouldCompareTheMediansOfWhatAPageCosts() {
        // given four pages, in three rounds of each build
        Comparison comparison = new Comparison(4);
        comparison.add(spent(3_600, 400), spent(3_800, 200));
        comparison.add(spent(9_000, 9_000), spent(3_800, 200));
        comparison.add(spent(3_720, 400), spent(3_800, 200));

        // when / then
        assertThat(comparison.lines())
                .anySatisfy(line -> assertThat(line).matches("  ocr-worker +930\\.0 +950\\.0 +-2\\.1%"))
                .anySatisfy(line -> assertThat(line).matches("reading .* 1030\\.0 +1000\\.0 +\\+3\\.0%"))
                .anySatisfy(line -> assertThat(line).endsWith("here:    1000.0 4500.0 1030.0"));
    }

    private static Map<String, Duration> spent(long ocrMillis, long analysisMillis) {
        return Map.of(
                "ocr-worker", Duration.ofMillis(ocrMillis),
                "analysis-worker", Duration.ofMillis(analysisMillis),
                "api-service", Duration.ZERO);
    }
}
