package pl.paragon.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.benchmarks.accuracy.Levels.Held;
import pl.paragon.benchmarks.accuracy.Score.Part;
import pl.paragon.benchmarks.truth.Truth;

class LevelsTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindWhatIsUndercut() throws IOException {
        // given
        List<Score> half = List.of(score("dino", true, "proved"), score("lidl", false, "in_doubt"));

        // when
        List<Held> held = levels("all.total = 60", "dino.total = 100", "all.false-proofs = 0")
                .hold(half);

        // then
        assertThat(held).extracting(Held::key).containsExactly("all.false-proofs", "all.total", "dino.total");
        assertThat(held).extracting(Held::undercut).containsExactly(false, true, false);
        assertThat(Levels.table(held)).anyMatch(line -> line.startsWith("all.total") && line.endsWith("UNDERCUT"));
    }

    @Test
    void shouldFindAFalseProof() throws IOException {
        assertThat(levels("all.false-proofs = 0").hold(List.of(score("dino", false, "proved"))))
                .singleElement()
                .extracting(Held::undercut)
                .isEqualTo(true);
    }

    @Test
    void shouldRefuseALevelThatHoldsForNothing() throws IOException {
        assertThatThrownBy(() -> levels("netto.total = 90").hold(List.of(score("dino", true, "proved"))))
                .hasMessageContaining("netto.total");
        assertThatThrownBy(() -> levels("all.totals = 90")).hasMessageContaining("no metric totals");
    }

    private Levels levels(String... lines) throws IOException {
        return Levels.read(Files.write(folder.resolve("levels.properties"), List.of(lines)));
    }

    private static Score score(String layout, boolean right, String verdict) {
        Truth truth = new Truth(new Truth.Kind(layout, "flat"), null, null, null, null, null, null, null, null, null);
        return new Score(
                new Case(Path.of("a.jpg"), truth),
                verdict,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(right),
                Optional.empty(),
                !right,
                Optional.empty(),
                Part.NONE,
                Part.NONE,
                List.of());
    }
}
