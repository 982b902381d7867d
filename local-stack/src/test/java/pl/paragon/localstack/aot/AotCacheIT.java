package pl.paragon.localstack.aot;

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

class AotCacheIT {

    @TempDir
    Path directory;

    private Path jar;
    private AotCache cache;

    @BeforeEach
    void setUp() throws IOException {
        jar = directory.resolve("app.jar");
        packProgram(jar);
        cache = cacheOfThing();
    }

    @Test
    void shouldCreateACacheFromARecordingAndStartWithIt() throws Exception {
        // given
        run(cache.command(true));
        assertThat(cache.isTrained()).isTrue();
        Path outdated = Files.createFile(directory.resolve("thing-aaaaaaaaaaaa.aot"));

        // when
        cache.create();

        // then
        assertThat(cache.exists()).isTrue();
        assertThat(cache.isTrained()).isFalse();
        assertThat(outdated).doesNotExist();
        run(cache.command(true));
    }

    @Test
    void shouldDeleteARecordingFromWhichNoCacheCanBeCreated() throws IOException {
        // given
        Files.writeString(directory.resolve("thing-" + cache.fingerprint() + ".recording"), "no recording");

        // when
        assertThatThrownBy(cache::create).isInstanceOf(ProcessFailedException.class);

        // then
        assertThat(cache.isTrained()).isFalse();
        assertThat(cache.exists()).isFalse();
    }

    private AotCache cacheOfThing() {
        return AotCache.of(
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
            try (var code = AotCacheIT.class.getClassLoader().getResourceAsStream(file)) {
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
