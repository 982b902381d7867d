package pl.paragon.api.v3.joblist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Samples;
import pl.paragon.api.result.JobRegister.Position;
import pl.paragon.contracts.job.JobId;

class CursorTest {

    @Test
    void shouldKnowNoTimeThatTheDatabaseDoesNotKnow() {
        Position beyond = new Position(Instant.parse("+10000-01-01T00:00:00Z"), JobId.random());

        assertThat(Cursor.parse(Cursor.of(beyond))).isEmpty();
    }

    @Test
    void shouldBeReadAsItWasWritten() {
        // given
        Position position = new Position(Samples.NOON.plusNanos(123_456_000), JobId.random());

        // when
        String cursor = Cursor.of(position);

        // then
        assertThat(cursor).matches("[\\w-]+");
        assertThat(Cursor.parse(cursor)).contains(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "%%", "YQ", "MjAyNi0wMy0xNFQxMjowMDowMFovMQ", "bm93LzEvMg"})
    void shouldKnowWhatItDidNotWrite(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
