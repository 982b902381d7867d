package pl.paragon.localstack.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonTest {

    private static final boolean LEARNING = true;

    @TempDir
    Path folder;

    private Lesson lesson;

    @BeforeEach
    void setUp() {
        lesson = new Lesson(
                "ocr-worker", folder, "0123456789ab", List.of("-Xmx384m"), List.of("-jar", "quarkus-run.jar"));
    }

    @Test
    void shouldRecordWhereNothingIsKnown() {
        assertThat(lesson.command(LEARNING))
                .containsSubsequence(
                        "-Xmx384m",
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + folder.resolve("ocr-worker-0123456789ab.recording"),
                        "-jar",
                        "quarkus-run.jar");
    }

    @Test
    void shouldRunPlainlyWhereItIsNotToLearnOrHasRecordedAlready() throws IOException {
        assertThat(lesson.command(!LEARNING)).noneMatch(a -> a.contains("AOT"));

        Files.writeString(folder.resolve("ocr-worker-0123456789ab.recording"), "recorded");
        assertThat(lesson.isRecorded()).isTrue();
        assertThat(lesson.command(LEARNING)).noneMatch(a -> a.contains("AOT"));
    }

    @Test
    void shouldNotTakeARecordingThatHasOnlyBegunForOne() throws IOException {
        // given
        Files.createFile(folder.resolve("ocr-worker-0123456789ab.recording"));

        // then
        assertThat(lesson.isRecorded()).isFalse();
    }

    @Test
    void shouldUseWhatItHasLearnedAlsoWhereItIsNotToLearn() throws IOException {
        // given
        Path cache = Files.createFile(folder.resolve("ocr-worker-0123456789ab.aot"));

        // then
        assertThat(lesson.isLearned()).isTrue();
        assertThat(lesson.command(!LEARNING)).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void shouldNotUseTheCacheOfAnotherBuild() throws IOException {
        // given
        Files.createFile(folder.resolve("ocr-worker-ffffffffffff.aot"));

        // then
        assertThat(lesson.isLearned()).isFalse();
    }
}
