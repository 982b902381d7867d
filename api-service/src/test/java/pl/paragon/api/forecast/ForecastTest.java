package pl.paragon.api.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.job.Step;

class ForecastTest {

    private static final Instant NOW = Samples.NOON;

    /** OCR: a job takes 2, 4 or 8 s, and two are done at a time, one every 2.5 s. The others: 1 s, one at a time. */
    private final Map<Stage, StagePace> paces = new EnumMap<>(Map.of(
            Stage.OCR, new StagePace(2, new WorkDurations(seconds(5), seconds(2), seconds(4), seconds(8))),
            Stage.ANALYSIS, new StagePace(1, new WorkDurations(seconds(1), seconds(1), seconds(1), seconds(1))),
            Stage.PERSISTENCE, new StagePace(1, new WorkDurations(seconds(1), seconds(1), seconds(1), seconds(1)))));

    private final Map<Stage, Duration> pauses = new EnumMap<>(Stage.class);

    @Test
    void shouldTakeAllStagesWorkIfNobodyIsAhead() {
        assertThat(of(new JobStatus.Pending(), 0)).contains(forecast(4 + 2, 2 + 2, 8 + 2));
    }

    @Test
    void shouldWaitForThoseAheadAtTheSlowestStage() {
        // when: 100 jobs are 250 s of OCR, known to 1.28 parts in 10 and, as paces change, to a factor of 1.75
        Forecast forecast = of(new JobStatus.Pending(), 100).orElseThrow();

        // then
        assertThat(forecast.likely()).isEqualTo(seconds(250 + 6));
        assertThat(forecast.soonest()).isCloseTo(seconds(141 + 4), seconds(1));
        assertThat(forecast.latest()).isCloseTo(seconds(444 + 10), seconds(1));
    }

    @Test
    void shouldWaitAtAStageToComeIfThatIsSlower() {
        // given: an analysis that takes 20 s
        paces.put(
                Stage.ANALYSIS,
                new StagePace(1, new WorkDurations(seconds(20), seconds(20), seconds(20), seconds(20))));

        // when: being read by OCR, behind four others
        Optional<Forecast> forecast = of(new JobStatus.Progress(Step.OCR, 1, NOW), 4);

        // then
        assertThat(forecast.orElseThrow().likely()).isEqualTo(seconds(4 * 20 + 4 + 20 + 1));
    }

    @Test
    void shouldNotWaitAtAStageThatTheJobIsIn() {
        assertThat(of(new JobStatus.Progress(Step.SAVING, 1, NOW), 100)).contains(forecast(1, 1, 1));
    }

    @Test
    void shouldTakeOffWhatIsDoneAlready() {
        assertThat(of(new JobStatus.Progress(Step.OCR, 1, NOW.minusSeconds(3)), 0))
                .contains(forecast(4 - 3 + 2, 2, 8 - 3 + 2));
    }

    @Test
    void shouldNeverComeToNothingWhileWorkGoesOn() {
        // when: it takes longer than nine in ten
        Forecast forecast =
                of(new JobStatus.Progress(Step.OCR, 1, NOW.minusSeconds(60)), 0).orElseThrow();

        // then
        assertThat(forecast.latest()).isEqualTo(seconds(60 / 2 + 2));
        assertThat(forecast.likely()).isBetween(forecast.soonest(), forecast.latest());
    }

    @Test
    void shouldWaitForTheRetry() {
        // given
        var plan = new Fact.RetryPlanned(Stage.OCR, 1, 4, NOW.plusSeconds(60), JobError.of(ErrorCode.OCR_TIMEOUT), NOW);

        // then those before it in its lane count only at the stages to come
        assertThat(of(new JobStatus.Retrying(plan), 0)).contains(forecast(60 + 6, 60 + 4, 60 + 10));
        assertThat(of(new JobStatus.Retrying(plan), 4).orElseThrow().likely()).isEqualTo(seconds(60 + 6 + 4));
    }

    @Test
    void shouldWaitForTheEndOfAPause() {
        // given
        pauses.put(Stage.OCR, seconds(3600));
        pauses.put(Stage.PERSISTENCE, seconds(60));
        var plan = new Fact.RetryPlanned(Stage.OCR, 1, 4, NOW.plusSeconds(60), JobError.of(ErrorCode.OCR_TIMEOUT), NOW);

        // then: those before it wait as well, at the stage whose turn comes last
        assertThat(of(new JobStatus.Pending(), 0)).contains(forecast(3600 + 6, 3600 + 4, 3600 + 10));
        assertThat(of(new JobStatus.Pending(), 100).orElseThrow().likely()).isEqualTo(seconds(3600 + 250 + 6));
        assertThat(of(new JobStatus.Retrying(plan), 0)).contains(forecast(3660 + 6, 3660 + 4, 3660 + 10));
    }

    @Test
    void shouldNotWaitForThePauseOfAStageThatTheJobIsInOrHasPassed() {
        // given: what is in hand is finished
        pauses.put(Stage.OCR, seconds(3600));

        // then
        assertThat(of(new JobStatus.Progress(Step.OCR, 1, NOW), 0)).contains(forecast(4 + 2, 2 + 2, 8 + 2));
        assertThat(of(new JobStatus.Progress(Step.SAVING, 1, NOW), 0)).contains(forecast(1, 1, 1));
    }

    @Test
    void shouldSayNothingOfAJobThatHasEnded() {
        assertThat(of(new JobStatus.Revoked(NOW), 0)).isEmpty();
    }

    @Test
    void shouldSayNothingIfAStageToComeHasNoPace() {
        // given
        paces.remove(Stage.PERSISTENCE);

        // then
        assertThat(of(new JobStatus.Pending(), 0)).isEmpty();
    }

    @Test
    void shouldNotMindAStageThatIsPassed() {
        // given
        paces.remove(Stage.OCR);

        // then
        assertThat(of(new JobStatus.Progress(Step.AI_ANALYSIS, 1, NOW), 0)).contains(forecast(2, 2, 2));
    }

    private Optional<Forecast> of(JobStatus status, long before) {
        return Forecast.of(status, before, paces, pauses, NOW);
    }

    private static Forecast forecast(long likely, long soonest, long latest) {
        return new Forecast(seconds(likely), seconds(soonest), seconds(latest));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
