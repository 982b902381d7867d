package pl.paragon.api.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long idempotency keys are remembered. */
@ConfigMapping(prefix = "paragon.idempotency")
public interface IdempotencyConfig {

    /** How long an accepted upload answers those that repeat it. */
    @WithDefault("24h")
    Duration retention();

    /**
     * How long a key stays in flight if its gateway dies, and so the longest that an upload with a key may take: 10 MiB
     * at 1 Mbit/s take 84 s.
     */
    @WithDefault("2m")
    Duration lease();

    /** How long Redis may take. Without it, an upload with a key is refused. */
    @WithDefault("1s")
    Duration timeout();

    /** {@code Retry-After} while the first upload with a key is in flight. */
    @WithDefault("2s")
    Duration retryAfter();
}
