package pl.paragon.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

class WorkersTest {

    private static final Instant NOW = Samples.NOON;

    private final Workers workers = new Workers(Duration.ofSeconds(10));

    @Test
    void shouldAddUpTheWorkersOfAStage() {
        // given
        workers.heard(beat("a", Stage.OCR, 1, 2), NOW);
        workers.heard(beat("b", Stage.OCR, 2, 2), NOW);
        workers.heard(beat("b", Stage.OCR, 1, 2), NOW.plusSeconds(1));
        workers.heard(beat("c", Stage.ANALYSIS, 0, 4), NOW);

        // when, then
        assertThat(workers.crews(NOW.plusSeconds(1)))
                .containsEntry(Stage.OCR, new Workers.Crew(2, 2, 4))
                .containsEntry(Stage.ANALYSIS, new Workers.Crew(1, 0, 4))
                .containsEntry(Stage.PERSISTENCE, Workers.Crew.NONE);
    }

    @Test
    void shouldForgetAWorkerThatFellSilent() {
        // given
        workers.heard(beat("a", Stage.OCR, 1, 2), NOW);

        // when, then
        assertThat(workers.crews(NOW.plusSeconds(10)).get(Stage.OCR).workers()).isEqualTo(1);
        assertThat(workers.crews(NOW.plusSeconds(11)).get(Stage.OCR).workers()).isZero();
    }

    @Test
    void shouldNotBelieveTheClocksOfOthers() {
        // given a worker whose clock is an hour behind
        workers.heard(
                new WorkerHeartbeat(
                        "a", Stage.OCR, NOW.minusSeconds(3600), 0, 1, WorkerHeartbeat.Condition.WORKING, null),
                NOW);

        // when, then
        assertThat(workers.crews(NOW).get(Stage.OCR).workers()).isEqualTo(1);
    }

    private static WorkerHeartbeat beat(String worker, Stage stage, int active, int capacity) {
        return new WorkerHeartbeat(worker, stage, NOW, active, capacity, WorkerHeartbeat.Condition.WORKING, null);
    }
}
