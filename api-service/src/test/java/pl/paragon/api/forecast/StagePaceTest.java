package pl.paragon.api.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.api.health.Workers;
import pl.paragon.contracts.event.WorkDurations;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

class StagePaceTest {

    @Test
    void shouldAverageWhatTheWorkersMeasuredAndCountThoseThatMeasuredNothing() {
        // given
        var crew = new Workers.Crew(List.of(worker("a", 2, all(1)), worker("b", 2, all(3)), worker("new", 2, null)));

        // when
        StagePace pace = StagePace.of(crew).orElseThrow();

        // then
        assertThat(pace).isEqualTo(new StagePace(6, all(2)));
        assertThat(pace.interval()).isEqualTo(Duration.ofSeconds(2).dividedBy(6));
    }

    @Test
    void shouldHaveNoPaceWithoutWorkersOrBeforeTheirFirstJob() {
        assertThat(StagePace.of(new Workers.Crew(List.of()))).isEmpty();
        assertThat(StagePace.of(new Workers.Crew(List.of(worker("new", 2, null)))))
                .isEmpty();
    }

    @Test
    void shouldHaveNoPaceIfAllWorkersLeave() {
        assertThat(StagePace.of(new Workers.Crew(List.of(worker("a", 0, all(1))))))
                .isEmpty();
    }

    private static WorkerHeartbeat worker(String id, int capacity, WorkDurations recentWork) {
        return new WorkerHeartbeat(
                id, Stage.OCR, Samples.NOON, 0, capacity, WorkerHeartbeat.Condition.WORKING, null, recentWork);
    }

    private static WorkDurations all(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        return new WorkDurations(duration, duration, duration, duration);
    }
}
