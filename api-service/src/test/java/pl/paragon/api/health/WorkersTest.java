package pl.paragon.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.paragon.api.Samples;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

class WorkersTest {

    private static final Instant NOW = Samples.NOON;

    private final Workers workers = new Workers(Duration.ofSeconds(10));

    @Test
    void shouldAddUpTheWorkersOfAStage() {
        // given
        workers.received(beat("a", Stage.OCR, 1, 2), NOW);
        workers.received(beat("b", Stage.OCR, 2, 2), NOW);
        workers.received(beat("b", Stage.OCR, 1, 2), NOW.plusSeconds(1));
        workers.received(beat("c", Stage.ANALYSIS, 0, 4), NOW);

        // when, then
        var crews = workers.crews(NOW.plusSeconds(1));
        assertThat(crews.get(Stage.OCR).workers()).isEqualTo(2);
        assertThat(crews.get(Stage.OCR).activeJobs()).isEqualTo(2);
        assertThat(crews.get(Stage.OCR).capacity()).isEqualTo(4);
        assertThat(crews.get(Stage.ANALYSIS).workers()).isEqualTo(1);
        assertThat(crews.get(Stage.PERSISTENCE).workers()).isZero();
    }

    @Test
    void shouldForgetAWorkerThatLeavesOnceItHasNothingInHand() {
        // given
        workers.received(beat("a", Stage.OCR, 1, 2), NOW);

        // when, then: it finishes first
        workers.received(leaving("a", 1), NOW.plusSeconds(1));
        assertThat(workers.crews(NOW.plusSeconds(1)).get(Stage.OCR).workers()).isEqualTo(1);
        workers.received(leaving("a", 0), NOW.plusSeconds(2));
        assertThat(workers.crews(NOW.plusSeconds(2)).get(Stage.OCR).workers()).isZero();
    }

    @Test
    void shouldSayWhatAStageWaitsFor() {
        // given
        workers.received(beat("a", Stage.PERSISTENCE, 1, 2), NOW);
        assertThat(workers.crews(NOW).get(Stage.PERSISTENCE).waitsFor()).isEmpty();

        // when
        workers.received(
                new WorkerHeartbeat(
                        "b",
                        Stage.PERSISTENCE,
                        NOW,
                        0,
                        2,
                        WorkerHeartbeat.Condition.WAITING,
                        ErrorCode.DATABASE_UNAVAILABLE),
                NOW);

        // then
        assertThat(workers.crews(NOW).get(Stage.PERSISTENCE).waitsFor()).contains(ErrorCode.DATABASE_UNAVAILABLE);
    }

    @Test
    void shouldForgetAWorkerThatFellSilent() {
        // given
        workers.received(beat("a", Stage.OCR, 1, 2), NOW);

        // when, then
        assertThat(workers.crews(NOW.plusSeconds(10)).get(Stage.OCR).workers()).isEqualTo(1);
        assertThat(workers.crews(NOW.plusSeconds(11)).get(Stage.OCR).workers()).isZero();
    }

    @Test
    void shouldNotBelieveTheClocksOfOthers() {
        // given a worker whose clock is an hour behind
        workers.received(
                new WorkerHeartbeat(
                        "a", Stage.OCR, NOW.minusSeconds(3600), 0, 1, WorkerHeartbeat.Condition.WORKING, null),
                NOW);

        // when, then
        assertThat(workers.crews(NOW).get(Stage.OCR).workers()).isEqualTo(1);
    }

    private static WorkerHeartbeat leaving(String worker, int active) {
        return new WorkerHeartbeat(worker, Stage.OCR, NOW, active, 2, WorkerHeartbeat.Condition.LEAVING, null);
    }

    private static WorkerHeartbeat beat(String worker, Stage stage, int active, int capacity) {
        return new WorkerHeartbeat(worker, stage, NOW, active, capacity, WorkerHeartbeat.Condition.WORKING, null);
    }
}
