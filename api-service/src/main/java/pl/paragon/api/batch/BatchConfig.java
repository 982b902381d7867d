package pl.paragon.api.batch;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a batch may be. */
@ConfigMapping(prefix = "paragon.batch")
public interface BatchConfig {

    /**
     * Files, those inside archives and those that are refused included. The status of each is looked up whenever the
     * batch is asked for, and 200 take some 50 ms.
     */
    @WithDefault("200")
    int maxFiles();

    /** The request's body. 200 photographs of a telephone; at 20 Mbit/s, two minutes. */
    @WithDefault("256M")
    MemorySize maxSize();

    /** What an archive may take unpacked: photographs hardly shrink, so an honest one has less than twice the body. */
    @WithDefault("512M")
    MemorySize maxUnpacked();

    /**
     * How many times larger an archive may be unpacked than packed. Deflate reaches 1,032, pictures 1.1, and drawn
     * bitmaps of receipts 50.
     */
    @WithDefault("200")
    int maxRatio();

    /** Entries of an archive, folders and other things that are passed over included. */
    @WithDefault("1000")
    int maxEntries();

    /** How long Redis remembers a batch, refusals included: as long as the board its jobs. */
    @WithDefault("7d")
    Duration retention();

    /** How long Redis may take to answer before it counts as unavailable. */
    @WithDefault("1s")
    Duration timeout();
}
