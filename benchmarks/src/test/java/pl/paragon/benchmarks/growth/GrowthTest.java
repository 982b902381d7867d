package pl.paragon.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.growth.Growth.Measure;
import pl.paragon.benchmarks.growth.Growth.Row;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;

class GrowthTest {

    private static final Measure UPLOAD = new Measure("upload p50", "ms", new Bar.AtMostTimes(1.2));

    private final Growth growth = new Growth("waiting jobs", List.of(10, 1_000));

    @Test
    void shouldCompareMediansWithTheFirstLevels() {
        // given: the last repeat was disturbed
        add(10, 4, 5, 50);
        add(1_000, 8, 5, 6);

        // when
        List<Row> rows = growth.rows();

        // then
        assertThat(rows).extracting(Row::paragon).containsExactly(5.0, 6.0);
        assertThat(rows).extracting(Row::ratioToFirst).containsExactly(1.0, 1.2);
        assertThat(rows.getLast().paragonRepeats()).containsExactly(8.0, 5.0, 6.0);
        assertThat(rows.getLast().setting()).containsEntry("waiting jobs", 1_000);
        assertThat(growth.allReached()).isTrue();
        assertThat(printed())
                .containsSubsequence("waiting jobs", "10", "1,000")
                .containsSubsequence("upload p50, ms", "5.00 (1.00 x)", "6.00 (1.20 x)", "<= 1.20 x")
                .doesNotContain("MISSED");
    }

    @Test
    void shouldMissTheBarAtAnyLevel() {
        // when
        add(10, 5);
        add(1_000, 7);

        // then
        assertThat(growth.rows()).extracting(Row::verdict).containsExactly(Verdict.REACHED, Verdict.MISSED);
        assertThat(growth.allReached()).isFalse();
        assertThat(printed()).contains("MISSED");
    }

    private void add(int level, double... repeats) {
        for (double value : repeats) {
            growth.add(UPLOAD, level, value);
        }
    }

    private String printed() {
        StringWriter out = new StringWriter();
        growth.print(new PrintWriter(out));
        return out.toString();
    }
}
