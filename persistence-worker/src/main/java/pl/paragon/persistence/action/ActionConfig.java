package pl.paragon.persistence.action;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How actions on many jobs are carried out. */
@ConfigMapping(prefix = "paragon.actions")
public interface ActionConfig {

    /** Jobs that one action may match: they are listed in one transaction, in half a second or so. */
    @WithDefault("10000")
    int mostJobs();

    /** How often a worker looks for something to do. */
    @WithDefault("1s")
    Duration every();

    /** Jobs that a worker takes up at a time. */
    @WithDefault("20")
    int atATime();

    /**
     * After this another worker may take them up, since the first one is dead: far longer than they take, although
     * acting on a job twice only wastes time.
     */
    @WithDefault("1m")
    Duration takenFor();

    /** How long what came of an action can be asked for. */
    @WithDefault("30d")
    Duration retention();
}
