package pl.paragon.api.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait=10",
                "WAIT = 10",
                "wait=\"10\"",
                "respond-async, wait=10",
                "respond-async; foo=bar, wait=10, handling=lenient",
                "wait=10, wait=20"
            })
    void shouldFindHowLongAClientWaits(String header) {
        assertThat(Preference.wait(List.of(header))).contains(Duration.ofSeconds(10));
    }

    @Test
    void shouldFindItInARepeatedHeader() {
        assertThat(Preference.wait(List.of("respond-async", "wait=10"))).contains(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=soon", "wait=1.5", "wait=9999999999", "await=10"})
    void shouldIgnoreWhatItDoesNotUnderstand(String header) {
        assertThat(Preference.wait(List.of(header))).isEmpty();
    }
}
