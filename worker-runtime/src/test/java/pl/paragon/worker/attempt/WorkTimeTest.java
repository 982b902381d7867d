package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorkTimeTest {

    private static final Instant BEGAN = Instant.parse("2026-03-02T10:15:30Z");

    @Test
    void shouldLeaveAnAttemptWhatEarlierOnesHaveNotUsed() {
        // given
        WorkTime time = new WorkTime(BEGAN, Duration.ofMinutes(10), Duration.ofMinutes(25), Duration.ofMinutes(30));

        // then
        assertThat(time.softDeadline()).isEqualTo(BEGAN.plus(Duration.ofMinutes(15)));
        assertThat(time.hardDeadline()).isEqualTo(BEGAN.plus(Duration.ofMinutes(20)));
    }
}
