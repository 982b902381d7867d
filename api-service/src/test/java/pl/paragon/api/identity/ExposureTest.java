package pl.paragon.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;

class ExposureTest {

    private static final TokenConfig TOKENS = Defaults.of(TokenConfig.class);

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

        assertThatThrownBy(() -> new Authentication("127.0.0.1", both, TOKENS))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void shouldTakeKeysIfItIsToldTo() {
        SecurityConfig keys =
                Defaults.with(SecurityConfig.class, Map.of("paragon.security.authentication", "api-keys"));

        assertThat(new Authentication("0.0.0.0", keys, TOKENS).takesKeys()).isTrue();
        assertThat(new Authentication("0.0.0.0", keys, TOKENS).isRequired()).isTrue();
        assertThat(new Authentication("127.0.0.1", Defaults.of(SecurityConfig.class), TOKENS).isRequired())
                .isFalse();
    }

    @Test
    void shouldNotBelieveTokensOfAnyIssuerOrForAnybody() {
        // given
        SecurityConfig oidc = Defaults.with(SecurityConfig.class, Map.of("paragon.security.authentication", "oidc"));
        TokenConfig noAudience =
                Defaults.with(TokenConfig.class, Map.of("paragon.oidc.issuer", "https://login.example.org"));
        TokenConfig both = Defaults.with(
                TokenConfig.class,
                Map.of("paragon.oidc.issuer", "https://login.example.org", "paragon.oidc.audience", "paragon"));

        // when, then
        assertThatThrownBy(() -> new Authentication("127.0.0.1", oidc, TOKENS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("paragon.oidc.issuer");
        assertThatThrownBy(() -> new Authentication("127.0.0.1", oidc, noAudience))
                .isInstanceOf(ConfigurationException.class);
        assertThat(new Authentication("0.0.0.0", oidc, both).takesTokens()).isTrue();
        assertThat(TOKENS.ownerClaim()).isEqualTo("sub");
        assertThat(TOKENS.timeout()).isEqualTo(Duration.ofSeconds(2));
    }
}
