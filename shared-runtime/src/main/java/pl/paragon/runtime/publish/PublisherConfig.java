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
}
