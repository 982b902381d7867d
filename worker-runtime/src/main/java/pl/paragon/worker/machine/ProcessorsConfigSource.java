package pl.paragon.worker.machine;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the configuration {@code paragon.processors}, how many there are: properties cannot count them, and several of
 * them depend on it.
 */
public final class ProcessorsConfigSource implements ConfigSource {

    private static final String PROCESSORS = "paragon.processors";
    /** Below everything else, so that anybody can say otherwise. */
    private static final int LOWEST = 0;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PROCESSORS);
    }

    @Override
    public String getValue(String name) {
        return PROCESSORS.equals(name) ? String.valueOf(Runtime.getRuntime().availableProcessors()) : null;
    }

    @Override
    public String getName() {
        return "the machine's processors";
    }

    @Override
    public int getOrdinal() {
        return LOWEST;
    }
}
