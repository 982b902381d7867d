package pl.paragon.benchmarks.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plots that the documents show. */
class KeptPlotsTest {

    private static final Path DOCS = Path.of("").toAbsolutePath().resolveSibling("docs");
    private static final Path KEPT = DOCS.resolve("performance");

    @Test
    void shouldShowTheResultsThatAreKept() throws IOException {
        // given
        Map<String, String> shown;
        try (Stream<Path> files = Files.list(KEPT)) {
            shown = files.filter(file -> file.toString().endsWith(".svg"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), KeptPlotsTest::read));
        }

        // then
        assertThat(shown).as("draw them: benchmarks/run plot").isEqualTo(Plots.of(KEPT));
    }

    @Test
    void shouldBeOnThePageOfPerformance() throws IOException {
        String page = read(DOCS.resolve("performance.md"));
        assertThat(Plots.of(KEPT).keySet()).allSatisfy(plot -> assertThat(page).contains("(performance/" + plot + ")"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
