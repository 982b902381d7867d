package pl.paragon.api.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

/** The workers that are alive, a fold of their heartbeats. Thread-safe. */
final class Workers {

    private final Duration aliveFor;
    private final Map<String, Sign> signs = new ConcurrentHashMap<>();

    /** @param heard when it arrived here: by our clock, since another machine's may be wrong */
    private record Sign(WorkerHeartbeat heartbeat, Instant heard) {}

    /** What the live workers of one stage do. */
    record Crew(List<WorkerHeartbeat> heartbeats) {

        int workers() {
            return heartbeats.size();
        }

        int activeJobs() {
            return heartbeats.stream().mapToInt(WorkerHeartbeat::activeJobs).sum();
        }

        int capacity() {
            return heartbeats.stream().mapToInt(WorkerHeartbeat::capacity).sum();
        }
    }

    Workers(Duration aliveFor) {
        this.aliveFor = aliveFor;
    }

    /** A worker that has finished what it had in hand and leaves is forgotten at once. */
    void heard(WorkerHeartbeat heartbeat, Instant now) {
        String worker = heartbeat.workerId() + "/" + heartbeat.stage().id();
        if (heartbeat.condition() == WorkerHeartbeat.Condition.LEAVING && heartbeat.activeJobs() == 0) {
            signs.remove(worker);
        } else {
            signs.put(worker, new Sign(heartbeat, now));
        }
    }

    /** The crew of every stage; those that fell silent are forgotten. */
    Map<Stage, Crew> crews(Instant now) {
        signs.values().removeIf(sign -> sign.heard().plus(aliveFor).isBefore(now));
        Map<Stage, Crew> crews = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            crews.put(stage, crew(stage, signs.values()));
        }
        return crews;
    }

    private static Crew crew(Stage stage, Collection<Sign> signs) {
        return new Crew(signs.stream()
                .map(Sign::heartbeat)
                .filter(heartbeat -> heartbeat.stage() == stage)
                .toList());
    }
}
