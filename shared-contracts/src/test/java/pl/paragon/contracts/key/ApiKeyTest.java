package pl.paragon.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private final ApiKey key = ApiKey.mint(new SecureRandom());

    @Test
    void shouldBeReadAsItIsShown() {
        assertThat(key.text()).matches("prgn_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}").contains(key.id());
        assertThat(ApiKey.parse(key.text())).hasValueSatisfying(read -> {
            assertThat(read.id()).isEqualTo(key.id());
            assertThat(read.sha256()).isEqualTo(key.sha256()).matches("[0-9a-f]{64}");
        });
    }

    @Test
    void shouldBeAnotherOneEachTime() {
        ApiKey other = ApiKey.mint(new SecureRandom());

        assertThat(other.id()).isNotEqualTo(key.id());
        assertThat(other.sha256()).isNotEqualTo(key.sha256());
    }

    @Test
    void shouldNotTellItsSecretToALog() {
        assertThat(key.toString()).contains(key.id()).doesNotContain(key.text().substring(20));
        assertThat(new MintedKey(key.text(), null).toString()).doesNotContain(key.text());
    }

    @Test
    void shouldNotBeReadWithATypingError() {
        char wrong = key.text().charAt(30) == 'x' ? 'y' : 'x';
        String mistyped = key.text().substring(0, 30) + wrong + key.text().substring(31);

        assertThat(ApiKey.parse(mistyped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prgn_", "prgn_a_b", "eyJhbGciOiJub25lIn0.e30.", "prgn_ąąąąąąąąąąąą_x"})
    void shouldNotBeReadFromWhatIsNone(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
        assertThat(ApiKey.parse(key.text() + text + " ")).isEmpty();
    }
}
