package pl.paragon.api.household;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway believes what it was told of somebody's households. */
@ConfigMapping(prefix = "paragon.households")
public interface HouseholdConfig {

    /**
     * Within this time every gateway knows who has joined or left, and what is whose default; the gateway that was told
     * knows at once. Everybody who is authenticated is asked for as often.
     */
    @WithDefault("5s")
    Duration changedWithin();

    /**
     * How long somebody's households count while nobody can be asked, from the last answer on: as long as API keys do,
     * so that whoever is let in by a key that is remembered can also upload.
     */
    @WithDefault("15m")
    Duration trustedWithoutDatabase();

    /** After an attempt in vain, how long nobody is asked: requests do not queue for a database that is unavailable. */
    @WithDefault("1s")
    Duration askAgainAfter();

    /** How many people are remembered; the least active are forgotten first. */
    @WithDefault("10000")
    int remembered();
}
