package pl.paragon.api.health;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When something counts as alive. */
@ConfigMapping(prefix = "paragon.health")
interface HealthConfig {

    /** How long a worker is believed alive after its last heartbeat: five of them at their usual pace, since a machine that reads receipts is a busy one. */
    @WithDefault("10s")
    Duration workerAliveFor();

    /** How often the broker is asked whether it is there. */
    @WithDefault("1s")
    Duration brokerProbeEvery();

    /** How often the backlogs of the stages are looked at. */
    @WithDefault("5s")
    Duration backlogProbeEvery();

    /** How long a backlog may stand still before that is a problem: longer than a page may take to be read. */
    @WithDefault("3m")
    Duration backlogPatience();

    /** How long it may take to answer. */
    @WithDefault("1s")
    Duration brokerTimeout();
}
