package pl.paragon.api.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of jobs reach those who wait for them. */
@ConfigMapping(prefix = "paragon.feed")
interface FeedConfig {

    /** How many watches one gateway keeps: a few megabytes. Who comes after them is answered without waiting. */
    @WithDefault("10000")
    int mostWatches();

    /** How often watchers look for themselves while changes cannot be heard. As often the connection is tried again. */
    @WithDefault("1s")
    Duration lookAgainEvery();

    /** How often they look even so: a connection can be dead without either end knowing it. */
    @WithDefault("15s")
    Duration lookAnywayEvery();

    /** How long Redis may take to connect. */
    @WithDefault("5s")
    Duration timeout();
}
