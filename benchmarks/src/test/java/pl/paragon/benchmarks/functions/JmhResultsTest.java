package pl.paragon.benchmarks.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.functions.JmhResults.Row;

class JmhResultsTest {

    @Test
    void shouldKeepTimeAndMemoryOfEachFunction() {
        // when
        List<Row> rows = JmhResults.of("""
                [{"jmhVersion": "1.37",
                  "benchmark": "pl.paragon.benchmarks.micro.AnalysisBenchmark.grammar",
                  "mode": "avgt",
                  "params": {"receipt": "LIDL"},
                  "primaryMetric": {"score": 1500.0, "scoreError": "NaN", "scoreUnit": "us/op",
                                    "rawData": [[1400.0, 1600.0], [1500.0]]},
                  "secondaryMetrics": {
                    "gc.alloc.rate": {"score": 7.0, "scoreUnit": "MB/sec", "rawData": [[7.0]]},
                    "gc.alloc.rate.norm": {"score": 25000.0, "scoreUnit": "B/op", "rawData": [[24000.0, 26000.0]]}}},
                 {"benchmark": "pl.paragon.benchmarks.micro.FoldBenchmark.fold",
                  "primaryMetric": {"score": 0.5, "scoreUnit": "us/op", "rawData": [[0.5]]},
                  "secondaryMetrics": {}}]
                """.getBytes(StandardCharsets.UTF_8));

        // then
        assertThat(rows).hasSize(3);
        Row time = rows.get(0);
        assertThat(time.setting()).containsEntry("of", "grammar").containsEntry("receipt", "LIDL");
        assertThat(time.measure() + " " + time.paragon() + " " + time.unit()).isEqualTo("time 1500.0 us");
        assertThat(time.paragonRepeats()).containsExactly(1400.0, 1600.0, 1500.0);
        Row allocated = rows.get(1);
        assertThat(allocated.measure() + " " + allocated.paragon() + " " + allocated.unit())
                .isEqualTo("allocated 25.0 kB");
        assertThat(allocated.paragonRepeats()).containsExactly(24.0, 26.0);
        assertThat(rows.get(2).setting()).containsOnlyKeys("of");
    }
}
