package pl.paragon.api.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.paragon.api.board.StatusStoreProbe;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

/** What is wrong, as a function of heartbeats and probes. */
final class Problems {

    private Problems() {}

    /**
     * @param pauses those that last
     * @param stuck how many records wait without any movement, for the stages of which that is so
     */
    static List<Problem> of(
            Map<Stage, Workers.Crew> crews,
            Map<Stage, StagePaused> pauses,
            Map<Stage, Long> stuck,
            StatusStoreProbe.Condition statusStore) {
        List<Problem> problems = new ArrayList<>();
        switch (statusStore) {
            case AVAILABLE -> {}
            case READ_ONLY -> problems.add(new Problem.StatusOutdated());
            case AWAY -> problems.add(new Problem.StatusUnavailable());
        }
        crews.forEach((stage, crew) -> {
            if (crew.workers() == 0) {
                problems.add(new Problem.NoWorker(stage));
            }
            crew.heartbeats().stream()
                    .flatMap(heartbeat -> of(heartbeat).stream())
                    .distinct()
                    .forEach(problems::add);
        });
        pauses.values().forEach(pause -> problems.add(new Problem.Paused(pause)));
        stuck.forEach((stage, waiting) -> problems.add(new Problem.BacklogStuck(stage, waiting)));
        return problems;
    }

    private static List<Problem> of(WorkerHeartbeat heartbeat) {
        return switch (heartbeat.condition()) {
            case WORKING, LEAVING -> List.of();
            case WAITING ->
                heartbeat.reason() == null
                        ? List.of()
                        : List.of(new Problem.Waiting(heartbeat.stage(), heartbeat.reason()));
            case DEFECTIVE -> List.of(new Problem.Defective(heartbeat.stage()));
        };
    }
}
