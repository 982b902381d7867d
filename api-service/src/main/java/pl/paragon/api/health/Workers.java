package pl.paragon.api.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
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
    record Crew(int workers, int activeJobs, int capacity) {
        static final Crew NONE = new Crew(0, 0, 0);

        private Crew with(WorkerHeartbeat heartbeat) {
            return new Crew(workers + 1, activeJobs + heartbeat.activeJobs(), capacity + heartbeat.capacity());
        }
    }

    Workers(Duration aliveFor) {
        this.aliveFor = aliveFor;
    }

    void heard(WorkerHeartbeat heartbeat, Instant now) {
        signs.put(heartbeat.workerId() + "/" + heartbeat.stage().id(), new Sign(heartbeat, now));
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
        Crew crew = Crew.NONE;
        for (Sign sign : signs) {
            if (sign.heartbeat().stage() == stage) {
                crew = crew.with(sign.heartbeat());
            }
        }
        return crew;
    }
}
