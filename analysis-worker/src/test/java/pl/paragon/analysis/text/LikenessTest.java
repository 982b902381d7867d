package pl.paragon.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void shouldCountInsertionsDeletionsAndReplacements() {
        assertThat(Likeness.distance("CHLEB", "CHLEB")).isZero();
        assertThat(Likeness.distance("CHLEB", "CHIEB")).isEqualTo(1);
        assertThat(Likeness.distance("CHLEB", "HLEBY")).isEqualTo(2);
        assertThat(Likeness.distance("", "SER")).isEqualTo(3);
    }

    /** Giving up early changes no answer. */
    @Property(tries = 1000)
    void shouldAgreeWithTheWholeDistance(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String a,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String b,
            @ForAll @IntRange(max = 12) int most) {
        // given
        int distance = plainDistance(a, b);

        // then
        assertThat(Likeness.distance(a, b)).isEqualTo(distance);
        assertThat(Likeness.isWithin(most, a, b)).isEqualTo(distance <= most);
        assertThat(Likeness.isAtLeast(0.75, a, b)).isEqualTo(Likeness.of(a, b) >= 0.75);
    }

    private static int plainDistance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int k = 0; k <= b.length(); k++) {
                edits[i][k] = i == 0 || k == 0
                        ? i + k
                        : Math.min(
                                edits[i - 1][k - 1] + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1),
                                1 + Math.min(edits[i - 1][k], edits[i][k - 1]));
            }
        }
        return edits[a.length()][b.length()];
    }
}
