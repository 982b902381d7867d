package pl.paragon.api.persistence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How persistence-worker is reached. */
@ConfigMapping(prefix = "paragon.persistence")
public interface PersistenceConfig {

    /** Its address without a path. */
    @WithDefault("http://localhost:8003")
    URI url();

    /** How long it may take to connect, and to answer, before it counts as unavailable. */
    @WithDefault("2s")
    Duration timeout();
}
