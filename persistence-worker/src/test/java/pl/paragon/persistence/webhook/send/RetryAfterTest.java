package pl.paragon.persistence.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    @Test
    void shouldTakeSecondsAndDates() {
        assertThat(RetryAfter.of("120", NOON)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.of("Sat, 14 Mar 2026 12:05:00 GMT", NOON)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.of("Sat, 14 Mar 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
        assertThat(RetryAfter.of(null, NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Sat, 14 Mar"})
    void shouldPassOverWhatIsNeither(String header) {
        assertThat(RetryAfter.of(header, NOON)).isEmpty();
    }
}
