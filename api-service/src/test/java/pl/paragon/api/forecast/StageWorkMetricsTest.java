package pl.paragon.api.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.health.Workers;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

class StageWorkMetricsTest {

    private static final Workers.Crew NOBODY = new Workers.Crew(List.of());

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private OptionalLong backlog = OptionalLong.empty();
    private Workers.Crew crew = NOBODY;
    private boolean paused;

    @Test
    void shouldShowHowMuchThereIsToBeDoneAndHowLongEachTakes() {
        // given
        register();

        // when
        backlog = OptionalLong.of(7);
        crew = new Workers.Crew(List.of(worker(Duration.ofMillis(1500)), worker(Duration.ofMillis(2500))));

        // then
        assertThat(value("paragon.stage.backlog")).isEqualTo(7);
        assertThat(value("paragon.stage.job.seconds")).isEqualTo(2);
    }

    @Test
    void shouldShowHowManyJobsTheLiveWorkersCanWorkOn() {
        // given
        register();
        assertThat(value("paragon.stage.capacity")).isZero();

        // when
        crew = new Workers.Crew(List.of(worker(Duration.ofMillis(1500)), worker(Duration.ofMillis(2500))));

        // then
        assertThat(value("paragon.stage.capacity")).isEqualTo(2);
    }

    @Test
    void shouldNotShowNothingForWhatIsUnknown() {
        // when
        register();

        // then
        assertThat(value("paragon.stage.backlog")).isNaN();
        assertThat(value("paragon.stage.job.seconds")).isNaN();
    }

    @Test
    void shouldShowWhetherTheStageIsPaused() {
        // given
        register();
        assertThat(value("paragon.stage.paused")).isZero();

        // when
        paused = true;

        // then
        assertThat(value("paragon.stage.paused")).isEqualTo(1);
    }

    private void register() {
        StageWorkMetrics.register(meters, Stage.OCR, () -> backlog, () -> crew, () -> paused);
    }

    private double value(String name) {
        return meters.get(name).tag("stage", "ocr").gauge().value();
    }

    private static WorkerHeartbeat worker(Duration work) {
        return new WorkerHeartbeat(
                "w" + work,
                Stage.OCR,
                Samples.NOON,
                0,
                1,
                WorkerHeartbeat.Condition.WORKING,
                null,
                new WorkDurations(work, work, work, work));
    }
}
