package pl.paragon.api.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is interactive and what is bulk. */
@ConfigMapping(prefix = "paragon.lanes")
public interface LaneConfig {

    /**
     * How many jobs of one user may be under way before the next goes down the bulk lane. Whoever comes behind them
     * waits for them: with 4, on a machine that reads two receipts at a time, two receipts' time.
     */
    @WithDefault("4")
    int interactiveJobs();
}
