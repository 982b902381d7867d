package pl.paragon.runtime.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long to wait for the broker. */
@ConfigMapping(prefix = "paragon.publisher")
public interface PublisherConfig {

    /** How long the broker may take to confirm a record before it counts as unavailable. */
    @WithDefault("10s")
    Duration timeout();

    /**
     * When to check whether anybody listens at the broker's address at all, and to wait no longer if nobody does. A
     * worker can wait as long as for a slow broker, and need not do its work again; somebody who uploads cannot.
     */
    @WithDefault("10s")
    Duration checkAddressAfter();
}
