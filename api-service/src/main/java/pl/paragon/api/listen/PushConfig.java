package pl.paragon.api.listen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How changes of jobs are sent to those who follow them. */
@ConfigMapping(prefix = "paragon.push")
public interface PushConfig {

    /** How many streams and sockets one gateway keeps open: some 14 kB of heap each. */
    @WithDefault("10000")
    int mostListeners();

    /** How often an open connection is written to: proxies close what is silent for a minute, some for half of that. */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * How many messages may wait for a client to read: more than a client that reads at all is ever behind. One that is
     * further behind is disconnected, and asks for what it missed when it is back.
     */
    @WithDefault("200")
    int backlog();

    /** {@code Retry-After} if there is no room for another listener. */
    @WithDefault("10s")
    Duration retryAfter();
}
