package pl.paragon.testsupport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests take from the compose file. */
class ComposeFileTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindTheImageOfEachServer() {
        // given
        ComposeFile compose = ComposeFile.ofThisCheckout();

        // then
        assertThat(compose.image("kafka")).startsWith("apache/kafka:");
        assertThat(compose.image("redis")).startsWith("redis:");
        assertThat(compose.image("postgres")).startsWith("postgres:");
        assertThat(compose.beside("container/kafka.properties")).exists();
    }

    @Test
    void shouldNotTakeTheImageOfTheNextService() throws IOException {
        // given
        Path file = folder.resolve("docker-compose.yml");
        Files.writeString(file, """
                services:
                  redis:
                    build: .

                  postgres:
                    image: postgres:17
                """);

        // then
        assertThatThrownBy(() -> new ComposeFile(file).image("redis")).hasMessage(file + " has no image of redis");
    }
}
