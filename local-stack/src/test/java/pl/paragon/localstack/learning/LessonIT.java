package pl.paragon.localstack.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;
import pl.paragon.servers.process.ProcessFailedException;

class LessonIT {

    @TempDir
    Path directory;

    private Path jar;
    private Lesson lesson;

    @BeforeEach
    void setUp() throws IOException {
        jar = directory.resolve("app.jar");
        packProgram(jar);
        lesson = lesson();
    }

    @Test
    void shouldLearnFromARecordingAndStartWithWhatItLearned() throws Exception {
        // given
        run(lesson.command(true));
        assertThat(lesson.isRecorded()).isTrue();
        Path outdated = Files.createFile(directory.resolve("thing-aaaaaaaaaaaa.aot"));

        // when
        lesson.learn();

        // then
        assertThat(lesson.isLearned()).isTrue();
        assertThat(lesson.isRecorded()).isFalse();
        assertThat(outdated).doesNotExist();
        run(lesson.command(true));
    }

    @Test
    void shouldThrowAwayARecordingThatNothingCanBeLearnedFrom() throws IOException {
        // given
        Files.writeString(directory.resolve("thing-" + lesson.fingerprint() + ".recording"), "no recording");

        // when
        assertThatThrownBy(lesson::learn).isInstanceOf(ProcessFailedException.class);

        // then
        assertThat(lesson.isRecorded()).isFalse();
        assertThat(lesson.isLearned()).isFalse();
    }

    private Lesson lesson() {
        return Lesson.of(
                "thing", directory, List.of("-XX:+UseSerialGC"), List.of("-jar", jar.toString()), List.of(jar));
    }

    private void run(List<String> command) {
        ChildProcess.start(ChildCommand.of("thing", directory, command), line -> {})
                .awaitSuccess(Duration.ofMinutes(5));
    }

    private static void packProgram(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Program.class.getName());
        String file = Program.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new JarEntry(file));
            try (var code = LessonIT.class.getClassLoader().getResourceAsStream(file)) {
                code.transferTo(entries);
            }
        }
    }

    /** Says hello. */
    static final class Program {
        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }
}
