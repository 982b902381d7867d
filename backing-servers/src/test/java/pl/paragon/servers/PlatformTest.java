package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @Test
    void shouldAcceptLinuxOnX86WithGlibc() {
        assertThatCode(() -> Platform.require("Linux", "amd64", true)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, aarch64, true, Linux on aarch64",
        "Linux, amd64, false, Linux on amd64 without glibc",
        "Mac OS X, x86_64, false, Mac OS X on x86_64",
        "Windows 11, amd64, false, Windows 11 on amd64"
    })
    void shouldNameTheWayToGoElsewhere(String system, String architecture, boolean glibc, String here) {
        assertThatThrownBy(() -> Platform.require(system, architecture, glibc))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("this is " + here + ".")
                .hasMessageContaining("docker compose up");
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, 3", "Mac OS X, aarch64, 4"})
    void shouldGiveTheCommandsThatTheDocumentGives(String system, String architecture, int howMany) throws IOException {
        // given
        String document = Files.readString(Path.of("..", "docs", "deployment.md"));

        // when
        String message = catchThrowable(() -> Platform.require(system, architecture, false))
                .getMessage();

        // then
        assertThat(message.lines().filter(line -> line.startsWith("  ")))
                .hasSize(howMany)
                .allSatisfy(line -> assertThat(document).contains(line.strip().split(" {2,}")[0]));
    }
}
