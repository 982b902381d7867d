package pl.paragon.api.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of jobs reach those who wait for them. */
@ConfigMapping(prefix = "paragon.feed")
interface FeedConfig {

    /** How many watches one gateway keeps: a few megabytes. Beyond that, requests are answered without waiting. */
    @WithDefault("10000")
    int mostWatches();

    /** While the subscription is lost: how often it is retried, and watchers look for themselves. */
    @WithDefault("1s")
    Duration retryEvery();

    /**
     * How often watchers look for themselves while subscribed: a connection can be dead without either end noticing.
     */
    @WithDefault("15s")
    Duration lookAnywayEvery();

    /** How long connecting and subscribing may take. */
    @WithDefault("5s")
    Duration timeout();
}
