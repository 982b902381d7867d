package pl.paragon.api.result;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How finished results are shown. */
@ConfigMapping(prefix = "paragon.results")
public interface ResultConfig {

    /**
     * The memory for results that were read, and as much again for what clients are told of them: some 800 of usual
     * size, which is what clients poll at the same time.
     */
    @WithDefault("16M")
    MemorySize cacheSize();
}
