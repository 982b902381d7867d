package pl.paragon.api.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void shouldTakeAQuotedKeyForTheSameAsABareOne() {
        assertThat(IdempotencyKey.parse("\"8e03978e\"")).isEqualTo(IdempotencyKey.parse(" 8e03978e "));
        assertThat(IdempotencyKey.parse("\"a \\\"b\\\" \\\\\"")).isEqualTo(new IdempotencyKey("a \"b\" \\"));
        assertThat(IdempotencyKey.parse("k".repeat(255)).value()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "klucz-ą", "tab\tin-it", "\u0000"})
    void shouldRefuseWhatIsNoKey(String header) {
        assertThatThrownBy(() -> IdempotencyKey.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAKeyThatIsTooLong() {
        assertThatThrownBy(() -> IdempotencyKey.parse("k".repeat(256))).hasMessageContaining("255");
    }

    @Test
    void shouldTellTheKeysOfTwoOwnersApart() {
        IdempotencyKey key = new IdempotencyKey("1");

        assertThat(key.digest("anna")).isEqualTo(key.digest("anna")).isNotEqualTo(key.digest("ben"));
        assertThat(new IdempotencyKey("21").digest("anna")).isNotEqualTo(key.digest("anna2"));
    }
}
