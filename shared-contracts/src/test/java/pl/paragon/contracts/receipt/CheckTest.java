package pl.paragon.contracts.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.json.Json;

class CheckTest {

    @ParameterizedTest
    @CsvSource({"YES, true", "NO, false", "UNKNOWN, null"})
    void shouldWriteAndReadWhetherItHoldsAsABooleanOrNull(Holds holds, String json) {
        // given
        Check check = new Check("taxes_sum", holds, Money.of("2.53"), null, List.of(7));

        // when
        String written = Json.writeText(check);

        // then
        assertThat(written).contains("\"holds\":" + json + ",");
        assertThat(Json.read(written.getBytes(StandardCharsets.UTF_8), Check.class))
                .isEqualTo(check);
    }

    @Test
    void shouldNotKnowWhatIsNotSaid() {
        assertThat(Json.read("{\"name\":\"taxes_sum\"}".getBytes(StandardCharsets.UTF_8), Check.class)
                        .holds())
                .isEqualTo(Holds.UNKNOWN);
    }
}
