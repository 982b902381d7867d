package pl.paragon.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import pl.paragon.api.board.StatusStoreProbe;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;

/**
 * Whether a receipt that is uploaded now will be read. Never blocks: everything is known from heartbeats and probes.
 */
@ApplicationScoped
public class SystemHealth {

    private final WorkerProjector workers;
    private final BrokerProbe broker;
    private final BacklogProbe backlogs;
    private final StatusStoreProbe statusStore;
    private final StagePauses pauses;
    private final HealthConfig config;

    SystemHealth(
            WorkerProjector workers,
            BrokerProbe broker,
            BacklogProbe backlogs,
            StatusStoreProbe statusStore,
            StagePauses pauses,
            HealthConfig config) {
        this.workers = workers;
        this.broker = broker;
        this.backlogs = backlogs;
        this.statusStore = statusStore;
        this.pauses = pauses;
        this.config = config;
    }

    public sealed interface Report {

        /**
         * Receipts are accepted.
         *
         * @param crews the live workers of every stage
         * @param problems what keeps receipts from being read as they should be; empty if nothing does
         */
        record Accepting(Map<Stage, Workers.Crew> crews, List<Problem> problems) implements Report {}

        /**
         * The broker is unavailable, so nothing is accepted.
         *
         * @param retryAfter when it is worth asking again
         */
        record Refusing(String why, Duration retryAfter) implements Report {}
    }

    /** What holds up stages; of one that is paused and waits for something as well, the pause is told. */
    public Map<Stage, Hold> holds() {
        Map<Stage, Hold> holds = new EnumMap<>(Stage.class);
        workers.crews()
                .forEach(
                        (stage, crew) -> crew.waitsFor().map(Hold.Down::new).ifPresent(hold -> holds.put(stage, hold)));
        pauses.lasting().forEach((stage, pause) -> holds.put(stage, new Hold.Paused(pause)));
        return holds;
    }

    /** How many records wait for each stage, as of a few seconds ago. */
    public Map<Stage, Long> backlogs() {
        return backlogs.waiting();
    }

    /** As {@link #backlogs()} for one stage; empty as long as this gateway has not found out. */
    public OptionalLong backlog(Stage stage) {
        return backlogs.known(stage);
    }

    /** The live workers of every stage. */
    public Map<Stage, Workers.Crew> crews() {
        return workers.crews();
    }

    public Report report() {
        return switch (broker.broker()) {
            case BrokerProbe.Broker.Reachable() -> {
                Map<Stage, Workers.Crew> crews = workers.crews();
                yield new Report.Accepting(
                        crews, Problems.of(crews, pauses.lasting(), backlogs.stuck(crews), statusStore.condition()));
            }
            case BrokerProbe.Broker.Unreachable(var why) -> new Report.Refusing(why, config.brokerProbeEvery());
        };
    }
}
