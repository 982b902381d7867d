package pl.paragon.contracts.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

class KeyRequestTest {

    @Test
    void shouldTakeWhatItNeedsAndNoMore() {
        KeyRequest read =
                read("{\"owner\":\" anna \",\"scopes\":[\"receipts:write\",\"receipts:read\",\"receipts:read\"]}");

        assertThat(read).isEqualTo(new KeyRequest("anna", "", List.of(Scope.READ, Scope.WRITE), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | owner is missing",
                "{\"owner\":\" \",\"scopes\":[\"admin\"]} | owner is missing",
                "{\"owner\":\"a\\u0000b\",\"scopes\":[\"admin\"]} | owner has at most 128 characters",
                "{\"owner\":\"anna\"} | scopes names none",
                "{\"owner\":\"anna\",\"scopes\":[\"admin\"],\"expires_at\":\"+12026-01-01T00:00:00Z\"} | too late",
                "{\"owner\":\"anna\",\"scopes\":[\"everything\"]} | there is no scope everything"
            })
    void shouldSayWhatIsWrong(String json, String why) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(why);
    }

    private static KeyRequest read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), KeyRequest.class);
    }
}
