package pl.paragon.api.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.job.Stage;

/** The live workers, as a fold of their heartbeats. Thread-safe. */
public final class Workers {

    private final Duration aliveFor;
    private final Map<String, Received> latest = new ConcurrentHashMap<>();

    /** @param at when it arrived, by this machine's clock: the sender's may be wrong */
    private record Received(WorkerHeartbeat heartbeat, Instant at) {}

    /** What the live workers of one stage do. */
    public record Crew(List<WorkerHeartbeat> heartbeats) {

        public int workers() {
            return heartbeats.size();
        }

        /** What the first of them that waits for something waits for. */
        public Optional<ErrorCode> waitsFor() {
            return heartbeats.stream()
                    .filter(heartbeat -> heartbeat.condition() == WorkerHeartbeat.Condition.WAITING)
                    .map(WorkerHeartbeat::reason)
                    .filter(Objects::nonNull)
                    .findFirst();
        }

        public int activeJobs() {
            return heartbeats.stream().mapToInt(WorkerHeartbeat::activeJobs).sum();
        }

        public int capacity() {
            return heartbeats.stream().mapToInt(WorkerHeartbeat::capacity).sum();
        }
    }

    Workers(Duration aliveFor) {
        this.aliveFor = aliveFor;
    }

    /** A worker that has finished what it had in hand and leaves is forgotten at once. */
    void received(WorkerHeartbeat heartbeat, Instant now) {
        String worker = heartbeat.workerId() + "/" + heartbeat.stage().id();
        if (heartbeat.condition() == WorkerHeartbeat.Condition.LEAVING && heartbeat.activeJobs() == 0) {
            latest.remove(worker);
        } else {
            latest.put(worker, new Received(heartbeat, now));
        }
    }

    /** The crew of every stage, without the workers that have fallen silent. */
    Map<Stage, Crew> crews(Instant now) {
        latest.values().removeIf(received -> received.at().plus(aliveFor).isBefore(now));
        Map<Stage, Crew> crews = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            crews.put(stage, crew(stage, latest.values()));
        }
        return crews;
    }

    private static Crew crew(Stage stage, Collection<Received> heartbeats) {
        return new Crew(heartbeats.stream()
                .map(Received::heartbeat)
                .filter(heartbeat -> heartbeat.stage() == stage)
                .toList());
    }
}
