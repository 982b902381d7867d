package pl.paragon.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Backlog backlog = new Backlog(PATIENCE);

    @Test
    void shouldBeStuckIfRecordsWaitAndNoneIsFinishedForLongerThanItsPatience() {
        // given
        backlog.seen(100, 7, false, NOW);
        backlog.seen(100, 9, false, NOW.plus(PATIENCE));

        // then
        assertThat(backlog.stuck(2, NOW.plus(PATIENCE))).isZero();
        assertThat(backlog.stuck(2, NOW.plus(PATIENCE).plusMillis(1))).isEqualTo(7);
    }

    @Test
    void shouldBeUnknownBeforeTheFirstLook() {
        // given
        assertThat(backlog.known()).isEmpty();

        // when
        backlog.seen(0, 0, false, NOW);

        // then
        assertThat(backlog.known()).hasValue(0);
    }

    @Test
    void shouldMoveIfOneIsFinished() {
        // given
        backlog.seen(100, 7, false, NOW);
        backlog.seen(101, 6, false, NOW.plus(PATIENCE));

        // then
        assertThat(backlog.stuck(0, NOW.plus(PATIENCE).plusSeconds(1))).isZero();
    }

    @Test
    void shouldNotTakeALongJobForABacklog() {
        // given
        backlog.seen(100, 2, false, NOW);

        // then
        assertThat(backlog.stuck(2, NOW.plus(PATIENCE.multipliedBy(5)))).isZero();
    }

    @Test
    void shouldStartToWaitWhenTheFirstRecordArrives() {
        // given: nothing to do for a long time
        backlog.seen(100, 0, false, NOW);
        backlog.seen(100, 0, false, NOW.plus(PATIENCE.multipliedBy(5)));

        // when
        backlog.seen(100, 1, false, NOW.plus(PATIENCE.multipliedBy(5)).plusSeconds(5));

        // then
        assertThat(backlog.stuck(0, NOW.plus(PATIENCE.multipliedBy(5)).plusSeconds(6)))
                .isZero();
    }

    @Test
    void shouldStandStillWhileItIsPausedAndHaveItsPatienceAfterwards() {
        // given
        Instant end = NOW.plus(PATIENCE.multipliedBy(5));
        backlog.seen(100, 7, true, NOW);
        backlog.seen(100, 9, true, end);

        // when
        backlog.seen(100, 9, false, end.plus(PATIENCE));

        // then
        assertThat(backlog.stuck(0, end)).isZero();
        assertThat(backlog.stuck(0, end.plus(PATIENCE))).isZero();
        assertThat(backlog.stuck(0, end.plus(PATIENCE).plusMillis(1))).isEqualTo(9);
    }

    @Test
    void shouldSayNothingBeforeTheFirstLook() {
        assertThat(backlog.stuck(0, NOW)).isZero();
    }
}
