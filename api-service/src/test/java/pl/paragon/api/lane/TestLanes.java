package pl.paragon.api.lane;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import pl.paragon.api.Defaults;

/** Lanes for tests of other packages. */
public final class TestLanes {

    private TestLanes() {}

    /** Nobody has a job under way. */
    public static Lanes empty(Clock clock) {
        return new Lanes(Defaults.of(LaneConfig.class), clock, new SimpleMeterRegistry());
    }
}
