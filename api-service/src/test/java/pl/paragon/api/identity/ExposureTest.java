package pl.paragon.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;

class ExposureTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.53"})
    void shouldStartOnLoopback(String host) {
        assertThat(Exposure.of(host, false, false)).isEqualTo(Exposure.Verdict.LOOPBACK_ONLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "no-such-host.invalid"})
    void shouldNotStartElsewhereUnlessThatIsSaidOnPurpose(String host) {
        assertThat(Exposure.of(host, false, false)).isEqualTo(Exposure.Verdict.REFUSED);
        assertThat(Exposure.of(host, false, true)).isEqualTo(Exposure.Verdict.OPEN_ON_PURPOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7"})
    void shouldStartAnywhereIfItAsksWhoThatIs(String host) {
        assertThat(Exposure.of(host, true, false)).isEqualTo(Exposure.Verdict.AUTHENTICATED);
    }

    @Test
    void shouldBeSafeByDefault() {
        assertThat(Defaults.of(SecurityConfig.class).allowUnauthenticated()).isFalse();
        assertThat(Defaults.of(SecurityConfig.class).authentication()).containsExactly(SecurityConfig.Credentials.NONE);
    }

    @Test
    void shouldNotAskSomebodyAndNobody() {
        SecurityConfig both =
                Defaults.with(SecurityConfig.class, Map.of("paragon.security.authentication", "none,api-keys"));

        assertThatThrownBy(() -> new Authentication("127.0.0.1", both)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void shouldTakeKeysIfItIsToldTo() {
        SecurityConfig keys =
                Defaults.with(SecurityConfig.class, Map.of("paragon.security.authentication", "api-keys"));

        assertThat(new Authentication("0.0.0.0", keys).takesKeys()).isTrue();
        assertThat(new Authentication("0.0.0.0", keys).isRequired()).isTrue();
        assertThat(new Authentication("127.0.0.1", Defaults.of(SecurityConfig.class)).isRequired())
                .isFalse();
    }
}
