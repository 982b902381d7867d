package pl.paragon.persistence.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long files are kept. */
@ConfigMapping(prefix = "paragon.files")
interface RetentionConfig {

    /** From a job's end until its files are deleted. */
    @WithDefault("30d")
    Duration retention();

    /**
     * Until what an upload that was never finished, or never accepted, left behind is deleted. Longer than twice the
     * time that any upload takes.
     */
    @WithDefault("24h")
    Duration abandonedAfter();

    /** How often to look for files whose time is over. */
    @WithDefault("1h")
    Duration sweep();
}
