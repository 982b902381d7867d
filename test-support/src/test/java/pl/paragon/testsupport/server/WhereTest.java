package pl.paragon.testsupport.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the tests choose where their servers run. */
class WhereTest {

    @Test
    void shouldUseContainersIfAnEngineAnswers() {
        assertThat(Where.choose(Optional.empty(), () -> true)).isEqualTo(Where.CONTAINERS);
        assertThat(Where.choose(Optional.of("auto"), () -> false)).isEqualTo(Where.EMBEDDED);
    }

    @Test
    void shouldDoWhatItIsToldWithoutAsking() {
        // given
        Optional<String> containers = Optional.of("containers");
        Optional<String> embedded = Optional.of("embedded");

        // then
        assertThat(Where.choose(containers, this::fail)).isEqualTo(Where.CONTAINERS);
        assertThat(Where.choose(embedded, this::fail)).isEqualTo(Where.EMBEDDED);
    }

    @Test
    void shouldSayWhatCanBeChosen() {
        assertThatThrownBy(() -> Where.choose(Optional.of("docker"), () -> true))
                .hasMessage("PARAGON_TEST_SERVERS is docker: choose containers, embedded or auto");
    }

    private boolean fail() {
        throw new AssertionError("asked");
    }
}
