package pl.paragon.localstack.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

    @TempDir
    Path directory;

    @Test
    void shouldGoOnWhereItLeftOff() {
        // given
        Path file = directory.resolve("kafka.log");
        new RotatingLog(file).accept("first life");

        // when
        new RotatingLog(file).accept("second life");

        // then
        assertThat(file).hasContent("first life\nsecond life");
    }

    @Test
    void shouldSetFullFilesAsideAndThrowTheOldestAway() throws IOException {
        // given
        Path file = directory.resolve("kafka.log");
        RotatingLog log = new RotatingLog(file, 10);

        // when
        IntStream.rangeClosed(1, 6).forEach(i -> log.accept("line number " + i));

        // then
        assertThat(file).hasContent("line number 6");
        assertThat(directory.resolve("kafka.log.1")).hasContent("line number 5");
        assertThat(directory.resolve("kafka.log.3")).hasContent("line number 3");
        assertThat(contents()).hasSize(4);
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
