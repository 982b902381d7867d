package pl.paragon.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments keep within a line that people read; code is the formatter's business. */
class ProseTest {

    private static final int COLUMNS = 120;
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** A comment in Java or in properties that could be broken: of several words, and not part of a diagram. */
    private static final Pattern COMMENT = Pattern.compile("\\s*(?:/\\*\\*?|\\*|//|#)\\s+\\S+\\s+\\S+[^─│▼]*");

    @Test
    void shouldFitIntoALine() throws IOException {
        List<String> tooLong;
        try (Stream<Path> modules = Files.list(ROOT)) {
            tooLong = modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(ProseTest::sources)
                    .flatMap(ProseTest::tooLong)
                    .toList();
        }

        assertThat(tooLong).as("break these comments before column %d", COLUMNS).isEmpty();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".properties"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> tooLong(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).length() > COLUMNS
                            && COMMENT.matcher(lines.get(i)).matches())
                    .mapToObj(i -> ROOT.relativize(file) + ":" + (i + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
