package pl.paragon.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.WorkDurations;

class RecentWorkTest {

    private final RecentWork recent = new RecentWork();

    @Test
    void shouldSayNothingBeforeTheFirstJob() {
        // then
        assertThat(recent.durations()).isEmpty();
    }

    @Test
    void shouldTellMeanAndTenthsOfWhatTheJobsTook() {
        // when
        for (int seconds = 10; seconds >= 1; seconds--) {
            recent.took(Duration.ofSeconds(seconds));
        }

        // then
        assertThat(recent.durations())
                .contains(new WorkDurations(
                        Duration.ofMillis(5500), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(9)));
    }

    @Test
    void shouldTellTheSameThreeTimesAfterASingleJob() {
        // when
        recent.took(Duration.ofSeconds(2));

        // then
        Duration two = Duration.ofSeconds(2);
        assertThat(recent.durations()).contains(new WorkDurations(two, two, two, two));
    }

    @Test
    void shouldForgetWhatIsLongAgo() {
        // given
        recent.took(Duration.ofHours(1));

        // when
        for (int i = 0; i < 100; i++) {
            recent.took(Duration.ofSeconds(1));
        }

        // then
        Duration one = Duration.ofSeconds(1);
        assertThat(recent.durations()).contains(new WorkDurations(one, one, one, one));
    }
}
