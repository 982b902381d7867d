package pl.paragon.localstack.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path directory;

    private Path file;
    private LogTail tail;

    @BeforeEach
    void setUp() {
        file = directory.resolve("ocr-worker.log");
        tail = new LogTail(file, "ocr | ");
    }

    @Test
    void shouldShowTheLastLinesAndThenWhatComes() throws IOException {
        // given
        append("one\ntwo\nthree\n");

        // then
        assertThat(tail.last(2)).containsExactly("ocr | two", "ocr | three");
        append("four\n");
        assertThat(tail.next()).containsExactly("ocr | four");
        assertThat(tail.next()).isEmpty();
    }

    @Test
    void shouldWaitForTheEndOfALineEvenInTheMiddleOfALetter() throws IOException {
        // given
        byte[] line = "Żabka\n".getBytes(StandardCharsets.UTF_8);
        Files.write(file, new byte[] {line[0]});

        // then
        assertThat(tail.last(5)).isEmpty();
        Files.write(file, Arrays.copyOfRange(line, 1, line.length), StandardOpenOption.APPEND);
        assertThat(tail.next()).containsExactly("ocr | Żabka");
    }

    @Test
    void shouldGoOnWithTheNewFileWhenTheOldOneIsSetAside() throws IOException {
        // given
        append("one\n");
        tail.last(5);

        // when
        Files.move(file, directory.resolve("ocr-worker.log.1"));
        append("two\n");

        // then
        assertThat(tail.next()).containsExactly("ocr | two");
    }

    @Test
    void shouldShowNothingWhereThereIsNoLogYet() throws IOException {
        assertThat(tail.last(5)).isEmpty();
        assertThat(tail.next()).isEmpty();

        append("one\n");
        assertThat(tail.next()).containsExactly("ocr | one");
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
