package pl.paragon.benchmarks.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {

    @Test
    void shouldSayHowOftenForecastsHeldAndHowWrongTheyWere() {
        // given: one right, one that ended too soon, one too late, one that was right to the end of its interval
        List<Told> forecasts = List.of(
                told(10, 8, 12, 10_000), told(10, 8, 12, 5_000), told(10, 8, 12, 20_000), told(9, 8, 12, 12_000));

        // when
        Judgement judgement = new Judgement(forecasts);

        // then
        assertThat(judgement.within()).isEqualTo(50);
        assertThat(judgement.endedBefore()).isEqualTo(25);
        assertThat(judgement.endedAfter()).isEqualTo(25);
        assertThat(judgement.left()).isEqualTo(12);
        assertThat(judgement.error()).isEqualTo(50);
        assertThat(judgement.bias()).isZero();
    }

    @Test
    void shouldMeasureErrorsOfTheLastMomentBySeconds() {
        assertThat(told(1, 0, 2, 100).error()).isEqualTo(0.9);
    }

    private static Told told(long likely, long soonest, long latest, long leftMillis) {
        return Told.of("PENDING", likely, soonest, latest, Duration.ofMillis(leftMillis));
    }
}
