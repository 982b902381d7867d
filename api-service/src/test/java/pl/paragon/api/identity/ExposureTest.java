package pl.paragon.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;

class ExposureTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.53"})
    void shouldStartOnLoopback(String host) {
        assertThat(Exposure.of(host, false)).isEqualTo(Exposure.Verdict.LOOPBACK_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no-such-host.invalid"})
    void shouldNotStartElsewhereUnlessThatIsSaidOnPurpose(String host) {
        assertThat(Exposure.of(host, false)).isEqualTo(Exposure.Verdict.REFUSED);
        assertThat(Exposure.of(host, true)).isEqualTo(Exposure.Verdict.OPEN_ON_PURPOSE);
    }

    @Test
    void shouldBeSafeByDefault() {
        assertThat(Defaults.of(SecurityConfig.class).allowUnauthenticated()).isFalse();
    }
}
