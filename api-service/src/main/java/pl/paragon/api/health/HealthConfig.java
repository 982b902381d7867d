package pl.paragon.api.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When something counts as alive. */
@ConfigMapping(prefix = "paragon.health")
interface HealthConfig {

    /**
     * How long a worker counts as alive after its last heartbeat: five of them at their usual pace, since a machine
     * that reads receipts is busy.
     */
    @WithDefault("10s")
    Duration workerAliveFor();

    /** How often the broker is checked. */
    @WithDefault("1s")
    Duration brokerProbeEvery();

    /** How often the backlogs of the stages are read. */
    @WithDefault("5s")
    Duration backlogProbeEvery();

    /** How long a backlog may stand still before that is a problem: longer than reading a page may take. */
    @WithDefault("3m")
    Duration backlogPatience();

    /** How long the broker may take to answer. */
    @WithDefault("1s")
    Duration brokerTimeout();
}
