package pl.paragon.api.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** How many jobs a user may submit. */
@ConfigMapping(prefix = "paragon.rate-limit")
public interface RateLimitConfig {

    /** Whether there is a limit at all; off in the local stack, which belongs to one person. */
    @WithDefault("true")
    boolean enabled();

    /** How many jobs a user may submit in a {@link #period()}: as many as the predecessor allowed. */
    @WithDefault("10")
    int jobs();

    /** How long that is; in whole seconds, which is what the headers can say. */
    @WithDefault("1m")
    Duration period();

    /**
     * How many files a user may submit in batches, beside {@link #jobs()}: they go down the bulk lane and delay nobody,
     * so this only bounds what one user may pile up. A shoe box of receipts at a time, and more than one batch has.
     */
    @WithDefault("500")
    int batchFiles();

    /** The same for {@link #batchFiles()}. */
    @WithDefault("1h")
    Duration batchPeriod();

    /** Users for whom another limit holds, by the name of their class. */
    Map<String, UserClass> classes();

    /** How long Redis may take. An upload waits for it, and the limit of this gateway is a good substitute. */
    @WithDefault("25ms")
    Duration timeout();

    /** How long Redis is not asked after it failed, so that not every upload waits for {@link #timeout()}. */
    @WithDefault("1s")
    Duration pause();

    /** A limit of its own for some users. */
    interface UserClass {

        /** How many jobs each of these users may submit in a {@link #period()}. */
        int jobs();

        /** In whole seconds. */
        @WithDefault("1m")
        Duration period();

        /** Names of authenticated users; without authentication, values of {@code user_id}. */
        Set<String> users();
    }
}
