package pl.paragon.api.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the gateway takes in. */
@ConfigMapping(prefix = "paragon.upload")
public interface UploadConfig {

    /** The largest file. */
    @WithDefault("10M")
    MemorySize maxFileSize();

    /** The most that all other fields of a form may take together, with their headers. */
    @WithDefault("64K")
    MemorySize maxFormSize();

    /**
     * How much of a body that was refused is still read, and thrown away, so that a client that sends first and reads
     * afterwards sees its answer instead of a broken connection. Beyond it the connection is closed.
     */
    @WithDefault("64M")
    MemorySize maxDiscarded();

    /** How long the rest of such a body may take. */
    @WithDefault("30s")
    Duration maxDiscarding();

    /** {@code Retry-After} if the broker or the file store is unavailable. */
    @WithDefault("5s")
    Duration retryAfter();
}
