package pl.paragon.ocr;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The worker's configuration as the framework would read it. */
public final class Configs {

    private Configs() {}

    public static OcrConfig defaults() {
        return of(Map.of());
    }

    public static OcrConfig of(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withDefaultValue("user.home", "/home/nobody")
                .withMapping(OcrConfig.class)
                .build()
                .getConfigMapping(OcrConfig.class);
    }
}
