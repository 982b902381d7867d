package pl.paragon.localstack.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    private static final String JDK = "25.0.3+9-LTS";
    private static final List<String> OPTIONS = List.of("-Xmx160m", "-XX:+UseSerialGC");

    @TempDir
    Path directory;

    private Path jar;
    private Path other;
    private String before;

    @BeforeEach
    void setUp() throws IOException {
        jar = Files.writeString(directory.resolve("app.jar"), "code");
        other = Files.writeString(directory.resolve("lib.jar"), "more code");
        before = fingerprint();
    }

    @Test
    void shouldBeTheSameForTheSameWhateverTheOrder() {
        assertThat(fingerprint()).isEqualTo(before).hasSize(12);
        assertThat(Fingerprint.of(JDK, OPTIONS, List.of(other, jar))).isEqualTo(before);
    }

    @Test
    void shouldChangeWithTheJdkAndTheOptions() {
        assertThat(Fingerprint.of("25.0.4", OPTIONS, List.of(jar, other))).isNotEqualTo(before);
        assertThat(Fingerprint.of(JDK, List.of("-Xmx192m", "-XX:+UseSerialGC"), List.of(jar, other)))
                .isNotEqualTo(before);
    }

    @Test
    void shouldChangeWithAJarThatIsBuiltAgain() throws IOException {
        // when
        Files.setLastModifiedTime(
                jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 1));

        // then
        assertThat(fingerprint()).isNotEqualTo(before);
    }

    @Test
    void shouldChangeWithAJarMoreOrLess() {
        assertThat(Fingerprint.of(JDK, OPTIONS, List.of(jar))).isNotEqualTo(before);
    }

    private String fingerprint() {
        return Fingerprint.of(JDK, OPTIONS, List.of(jar, other));
    }
}
