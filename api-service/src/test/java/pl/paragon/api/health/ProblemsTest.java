package pl.paragon.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pl.paragon.api.board.StatusStoreProbe;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.event.WorkerHeartbeat.Condition;
import pl.paragon.contracts.job.Stage;

class ProblemsTest {

    private final Map<Stage, Workers.Crew> crews = new EnumMap<>(Stage.class);

    ProblemsTest() {
        for (Stage stage : Stage.values()) {
            crews.put(stage, crew(heartbeat(stage, Condition.WORKING, null)));
        }
    }

    @Test
    void shouldBeNoneIfEveryStageWorks() {
        assertThat(Problems.of(crews, Map.of(), Map.of(), StatusStoreProbe.Condition.AVAILABLE))
                .isEmpty();
    }

    @Test
    void shouldNameTheStageThatHasNoWorker() {
        // given
        crews.put(Stage.ANALYSIS, crew());

        // then
        assertThat(Problems.of(crews, Map.of(), Map.of(), StatusStoreProbe.Condition.AVAILABLE))
                .containsExactly(new Problem.NoWorker(Stage.ANALYSIS));
    }

    @Test
    void shouldSayOnceWhatTheWorkersOfAStageWaitFor() {
        // given
        WorkerHeartbeat waiting = heartbeat(Stage.PERSISTENCE, Condition.WAITING, ErrorCode.DATABASE_UNAVAILABLE);
        crews.put(Stage.PERSISTENCE, crew(waiting, waiting));

        // then
        assertThat(Problems.of(crews, Map.of(), Map.of(), StatusStoreProbe.Condition.AVAILABLE))
                .containsExactly(new Problem.Waiting(Stage.PERSISTENCE, ErrorCode.DATABASE_UNAVAILABLE));
    }

    @Test
    void shouldSayThatAWorkerMetADefect() {
        // given
        crews.put(Stage.PERSISTENCE, crew(heartbeat(Stage.PERSISTENCE, Condition.DEFECTIVE, ErrorCode.INTERNAL_ERROR)));

        // then
        assertThat(Problems.of(crews, Map.of(), Map.of(), StatusStoreProbe.Condition.AVAILABLE))
                .containsExactly(new Problem.Defective(Stage.PERSISTENCE));
    }

    @Test
    void shouldSayThatTheStatusStoreIsUnavailableAndThatABacklogDoesNotMove() {
        assertThat(Problems.of(crews, Map.of(), Map.of(Stage.OCR, 12L), StatusStoreProbe.Condition.AWAY))
                .containsExactly(new Problem.StatusUnavailable(), new Problem.BacklogStuck(Stage.OCR, 12));
    }

    @Test
    void shouldSayThatAStageIsPausedUntilWhenAndWhy() {
        // given
        StagePaused pause = new StagePaused(
                Stage.OCR,
                Instant.parse("2026-03-14T12:00:00Z"),
                Instant.parse("2026-03-14T14:00:00.5Z"),
                "anna",
                "Wymiana dysku");

        // when
        List<Problem> problems =
                Problems.of(crews, Map.of(Stage.OCR, pause), Map.of(), StatusStoreProbe.Condition.AVAILABLE);

        // then: of who paused it only operators are told
        assertThat(problems).containsExactly(new Problem.Paused(pause));
        assertThat(problems.getFirst().code()).isEqualTo("STAGE_PAUSED");
        assertThat(problems.getFirst().message())
                .contains("2026-03-14T14:00:00", "Wymiana dysku")
                .doesNotContain("anna");
    }

    @Test
    void shouldSayThatTheStatusStoreTakesNoWrites() {
        assertThat(Problems.of(crews, Map.of(), Map.of(), StatusStoreProbe.Condition.READ_ONLY))
                .containsExactly(new Problem.StatusOutdated());
    }

    private static Workers.Crew crew(WorkerHeartbeat... heartbeats) {
        return new Workers.Crew(new ArrayList<>(List.of(heartbeats)));
    }

    private static WorkerHeartbeat heartbeat(Stage stage, Condition condition, ErrorCode reason) {
        return new WorkerHeartbeat("w", stage, Instant.EPOCH, 0, 2, condition, reason);
    }
}
