package pl.paragon.persistence.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long files are kept. */
@ConfigMapping(prefix = "paragon.files")
interface RetentionConfig {

    /** From the last change of a job's files until they are deleted. */
    @WithDefault("30d")
    Duration retention();

    /** How often to look for files whose retention has ended. */
    @WithDefault("1h")
    Duration sweep();
}
