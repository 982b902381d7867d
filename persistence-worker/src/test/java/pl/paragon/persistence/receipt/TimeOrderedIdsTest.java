package pl.paragon.persistence.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");

    @Test
    void shouldBeUuidsOfVersionSevenThatBeginWithTheTime() {
        // when
        UUID id = ids(NOW).next();

        // then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void shouldSortByTime() {
        // when
        UUID earlier = ids(NOW).next();
        UUID later = ids(NOW.plusMillis(1)).next();

        // then
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void shouldDifferWithinAMillisecond() {
        // given
        TimeOrderedIds ids = ids(NOW);

        // when, then
        assertThat(Stream.generate(ids::next).limit(1_000)).doesNotHaveDuplicates();
    }

    private static TimeOrderedIds ids(Instant now) {
        return new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC), new Random(42));
    }
}
