package pl.paragon.api.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway believes what it was told of an API key. */
@ConfigMapping(prefix = "paragon.keys")
interface KeyConfig {

    /** Within this time a key that was revoked is refused by every gateway. Each key in use is asked for as often. */
    @WithDefault("10s")
    Duration revokedWithin();

    /**
     * How long a key goes on working while nobody can be asked about it, counted from the last time it was confirmed.
     * Long enough for a restart of the database, short enough that a revocation is not put off for a day.
     */
    @WithDefault("15m")
    Duration trustedWithoutDatabase();

    /** After an attempt in vain, how long nobody is asked: requests do not queue for a database that is unavailable. */
    @WithDefault("1s")
    Duration askAgainAfter();

    /** How many keys are remembered, real and invented ones; the least used are forgotten first. */
    @WithDefault("10000")
    int remembered();
}
