package pl.paragon.running.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackHomeTest {

    @TempDir
    Path directory;

    @Test
    void shouldBeInTheCheckoutUnlessToldElsewhere() {
        assertThat(StackHome.of(directory, Map.of()).directory()).isEqualTo(directory.resolve(".paragon"));
        assertThat(StackHome.of(directory, Map.of("PARAGON_HOME", "/var/tmp/p")).directory())
                .isEqualTo(Path.of("/var/tmp/p"));
        assertThat(StackHome.of(directory, Map.of("PARAGON_HOME", " ")).directory())
                .isEqualTo(directory.resolve(".paragon"));
    }

    @Test
    void shouldForgetEverythingWhenItIsEmptied() throws IOException {
        // given
        StackHome home = new StackHome(directory.resolve("state")).create();
        Files.createDirectories(home.data("redis"));
        Files.writeString(home.data("redis").resolve("appendonly"), "facts");

        // when
        home.empty();

        // then
        assertThat(home.directory()).isEmptyDirectory();
    }

    @Test
    void shouldNotEmptyAFolderThatIsNoStateFolder() throws IOException {
        // given
        Path letter = Files.writeString(directory.resolve("letter.txt"), "Dear Anna");
        StackHome mistaken = new StackHome(directory);

        // when
        assertThatThrownBy(mistaken::empty)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not the state folder of a stack");

        // then
        assertThat(letter).exists();
    }

    @Test
    void shouldHaveNothingToEmptyWhereThereIsNothing() {
        new StackHome(directory.resolve("missing")).empty();

        assertThat(directory.resolve("missing")).doesNotExist();
    }
}
