package pl.paragon.worker.crew;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How workers notice each other. */
@ConfigMapping(prefix = "paragon.crew")
public interface CrewConfig {

    /** How often a worker publishes that it is alive. */
    @WithDefault("2s")
    Duration heartbeat();

    /**
     * After how long without a heartbeat a worker counts as dead, and the jobs that it had begun as crashed. At least
     * as long as the broker waits before it hands them on (session.timeout.ms), which is checked at the start.
     */
    @WithDefault("15s")
    Duration silence();
}
