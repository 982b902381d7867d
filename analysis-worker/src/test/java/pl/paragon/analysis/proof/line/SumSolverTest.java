package pl.paragon.analysis.proof.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.contracts.receipt.Holds;

class SumSolverTest {

    @Test
    void shouldTakeTheLikeliestReadingsWhereTheyClose() {
        // when
        SumSolver.Solution solution =
                SumSolver.total(List.of(line(199, 0, 799, 4.5), line(350, 0, 380, 4.5)), 549, Checkpoint.NONE);

        // then
        assertThat(solution.outcomes()).extracting(Outcome::net).containsExactly(199L, 350L);
        assertThat(solution.cost()).isZero();
    }

    @Test
    void shouldFindTheOneChangeThatCloses() {
        // when
        SumSolver.Solution solution =
                SumSolver.total(List.of(line(199, 0, 799, 4.5), line(350, 0, 380, 4.5)), 579, Checkpoint.NONE);

        // then
        assertThat(solution.outcomes()).extracting(Outcome::net).containsExactly(199L, 380L);
        assertThat(solution.margin()).isGreaterThan(SumSolver.CLEAR);
    }

    @Test
    void shouldNotBeSureWhereTwoChangesExplainAsMuch() {
        // when
        SumSolver.Solution solution =
                SumSolver.total(List.of(line(100, 0, 130, 4.5), line(350, 0, 380, 4.5)), 480, Checkpoint.NONE);

        // then
        assertThat(solution.margin()).isLessThan(SumSolver.CLEAR);
    }

    @Test
    void shouldSayThatNothingCloses() {
        assertThat(SumSolver.total(List.of(line(100, 0, 130, 4.5)), 77, Checkpoint.NONE))
                .isNull();
    }

    /** Whatever is chosen satisfies the equation exactly. */
    @Property(tries = 200)
    void shouldOnlyGiveSolutionsThatClose(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5000) Integer> values,
            @ForAll @IntRange(min = 0, max = 11) int misread,
            @ForAll @IntRange(min = 1, max = 900) int by) {
        // given
        List<List<Outcome>> lines = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < values.size(); i++) {
            long truth = values.get(i);
            boolean wrong = i == misread % values.size();
            sum += truth;
            lines.add(wrong ? line(truth + by, 0, truth, 4.5) : line(truth, 0, truth + 7 * by, 4.5));
        }

        // when
        SumSolver.Solution solution = SumSolver.total(lines, sum, Checkpoint.NONE);

        // then
        assertThat(solution).isNotNull();
        assertThat(solution.outcomes().stream().mapToLong(Outcome::net).sum()).isEqualTo(sum);
    }

    private static List<Outcome> line(long likely, double cost, long other, double otherCost) {
        return List.of(outcome(likely, cost), outcome(other, otherCost));
    }

    private static Outcome outcome(long value, double cost) {
        return new Outcome(
                new LineOption(null, null, value, Holds.UNKNOWN, false, cost),
                List.of(),
                'A',
                value,
                Holds.UNKNOWN,
                false,
                cost);
    }
}
