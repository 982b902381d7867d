package pl.paragon.running.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartLogTest {

    @TempDir
    Path directory;

    private StackHome home;

    @BeforeEach
    void setUp() {
        home = new StackHome(directory.resolve("100% mine")).create();
    }

    @Test
    void shouldContinueTheFileOfAnEarlierRun() {
        // given
        try (PartLog earlier = new PartLog(home, "kafka")) {
            earlier.accept("first life, ząb {0}");
        }

        // when
        try (PartLog later = new PartLog(home, "kafka")) {
            later.accept("second life");

            // then: also while it is open
            assertThat(home.log("kafka")).hasContent("first life, ząb {0}\nsecond life");
        }
    }

    @Test
    void shouldRotateFullFilesAndDeleteTheOldest() {
        // given
        try (PartLog log = new PartLog(home, "kafka", 10)) {

            // when
            IntStream.rangeClosed(1, 6).forEach(i -> log.accept("line number " + i));
        }

        // then
        assertThat(home.logs().resolve("kafka.1.log")).hasContent("line number 6");
        assertThat(home.logs().resolve("kafka.3.log")).hasContent("line number 4");
        assertThat(home.logs().toFile().list()).hasSize(4);
    }
}
