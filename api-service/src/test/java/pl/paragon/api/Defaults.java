package pl.paragon.api;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** A feature's configuration where nothing, or little, is configured. */
public final class Defaults {

    private Defaults() {}

    public static <C> C of(Class<C> config) {
        return with(config, Map.of());
    }

    public static <C> C with(Class<C> config, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withDefaultValues(values)
                .withMapping(config)
                .build()
                .getConfigMapping(config);
    }
}
