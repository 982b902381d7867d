package pl.paragon.benchmarks.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Bar.Verdict;
import pl.paragon.benchmarks.sidebyside.Figures.Row;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class FiguresTest {

    private static final Map<String, Object> ONE_CLIENT = Map.of("clients", 1);
    private static final Bar NO_SLOWER = new Bar.AtMostTimes(1);

    private final Figures figures = new Figures();

    @Test
    void shouldCompareMediansOfTheRepeats() {
        // given: the third repeat was disturbed
        add(Kind.PARAGON, 8, 9, 90);
        add(Kind.REFERENCE, 3, 4, 2);

        // when
        Row row = figures.rows().getFirst();

        // then
        assertThat(row.paragon()).isEqualTo(9);
        assertThat(row.paragonRepeats()).containsExactly(8.0, 9.0, 90.0);
        assertThat(row.reference()).isEqualTo(3);
        assertThat(row.ratio()).isEqualTo(3);
        assertThat(row.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(figures.allReached()).isFalse();
        assertThat(printed()).contains("clients 1", "p50, ms", "9.00", "3.00", "<= 1.00 x", "MISSED");
    }

    @Test
    void shouldMissNoBarWithoutAReference() {
        // when
        add(Kind.PARAGON, 8, 9);

        // then
        assertThat(figures.rows().getFirst().ratio()).isNull();
        assertThat(figures.allReached()).isTrue();
        assertThat(printed()).contains("8.50").doesNotContain("MISSED", "reached");
    }

    @Test
    void shouldKeepMeasuresApart() {
        // when
        add(Kind.PARAGON, 8);
        figures.add(Kind.PARAGON, ONE_CLIENT, "uploads", "1/s", new Bar.None(), 12_345);
        figures.add(Kind.PARAGON, Map.of("clients", 8), "p50", "ms", NO_SLOWER, 20);

        // then
        assertThat(figures.rows()).extracting(Row::paragon).containsExactly(8.0, 12_345.0, 20.0);
        assertThat(printed()).contains("12,345");
    }

    private void add(Kind system, double... repeats) {
        for (double value : repeats) {
            figures.add(system, ONE_CLIENT, "p50", "ms", NO_SLOWER, value);
        }
    }

    private String printed() {
        StringWriter out = new StringWriter();
        figures.print(new PrintWriter(out));
        return out.toString();
    }
}
