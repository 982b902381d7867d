package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
