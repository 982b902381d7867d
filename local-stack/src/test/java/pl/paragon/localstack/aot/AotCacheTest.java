package pl.paragon.localstack.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final boolean TRAINING = true;

    @TempDir
    Path folder;

    private AotCache cache;

    @BeforeEach
    void setUp() {
        cache = new AotCache(
                "ocr-worker", folder, "0123456789ab", List.of("-Xmx384m"), List.of("-jar", "quarkus-run.jar"));
    }

    @Test
    void shouldRecordATrainingRunIfThereIsNoCache() {
        assertThat(cache.command(TRAINING))
                .containsSubsequence(
                        "-Xmx384m",
                        "-XX:AOTMode=record",
                        "-XX:AOTConfiguration=" + folder.resolve("ocr-worker-0123456789ab.recording"),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        "quarkus-run.jar");
    }

    @Test
    void shouldRunPlainlyIfItIsNotToTrainOrHasBeenTrained() throws IOException {
        assertThat(cache.command(!TRAINING)).noneMatch(a -> a.contains("AOT"));

        Files.writeString(folder.resolve("ocr-worker-0123456789ab.recording"), "recorded");
        assertThat(cache.isTrained()).isTrue();
        assertThat(cache.command(TRAINING)).noneMatch(a -> a.contains("AOT"));
    }

    @Test
    void shouldNotCountARecordingThatHasOnlyBegun() throws IOException {
        // given
        Files.createFile(folder.resolve("ocr-worker-0123456789ab.recording"));

        // then
        assertThat(cache.isTrained()).isFalse();
    }

    @Test
    void shouldUseTheCacheEvenIfItIsNotToTrain() throws IOException {
        // given
        Path file = Files.createFile(folder.resolve("ocr-worker-0123456789ab.aot"));

        // then
        assertThat(cache.exists()).isTrue();
        assertThat(cache.command(!TRAINING)).contains("-XX:AOTCache=" + file).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void shouldNotUseTheCacheOfAnotherBuild() throws IOException {
        // given
        Files.createFile(folder.resolve("ocr-worker-ffffffffffff.aot"));

        // then
        assertThat(cache.exists()).isFalse();
    }
}
