package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisplayNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("paragon żabka.jpg", "paragon żabka.jpg"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("C:\\fakepath\\a.jpg", "a.jpg"),
                Arguments.of("a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"),
                Arguments.of("photo\u202Egpj.exe", "photogpj.exe"),
                Arguments.of("\u0000", "receipt"),
                Arguments.of("..", "receipt"),
                Arguments.of("", "receipt"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void shouldMakeNamesSafeToShow(String given, String shown) {
        assertThat(DisplayName.of(given)).isEqualTo(shown);
    }

    @Test
    void shouldCutLongNamesBetweenCharacters() {
        String shown = DisplayName.of("🧾".repeat(300));

        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(255);
        assertThat(shown).isEqualTo("🧾".repeat(255));
    }
}
