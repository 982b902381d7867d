package pl.paragon.benchmarks.emptyjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.stack.EmptyParagon;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.stack.StackHome;

/** What nobody reads or understands goes through the built artifacts like any other receipt. */
class EmptyJobsE2E {

    @Test
    void shouldEndWithSuccessAndWarnOfItsEngines() throws IOException, InterruptedException {
        // given
        Figures figures = new Figures();
        try (RunningParagon paragon = EmptyParagon.start("empty-jobs", Map.of())) {
            Target target = Target.paragon(paragon.url(), Optional.empty());

            // when
            new EmptyJobs(8, 2, 2).measure(new Systems(target, Optional.empty()), 1, figures);

            // then
            assertThat(figures.rows()).hasSize(3);
            StackHome home = new StackHome(paragon.files().getParent());
            assertThat(warnings(home, "ocr-worker")).anyMatch(line -> line.contains("paragon.ocr.engine=fixed-text"));
            assertThat(warnings(home, "analysis-worker"))
                    .anyMatch(line -> line.contains("paragon.analysis.engine=empty"));
        }
    }

    private static List<String> warnings(StackHome home, String service) throws IOException {
        return Files.readAllLines(home.log(service)).stream()
                .filter(line -> line.contains(" WARN "))
                .toList();
    }
}
