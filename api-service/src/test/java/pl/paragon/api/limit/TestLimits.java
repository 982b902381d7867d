package pl.paragon.api.limit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import pl.paragon.api.Defaults;

/** Limits for tests of other packages. */
public final class TestLimits {

    private TestLimits() {}

    public static RateLimit none() {
        return of(Map.of("paragon.rate-limit.enabled", "false"), Clock.systemUTC());
    }

    /** A gateway that is alone. */
    public static RateLimit of(Map<String, String> settings, Clock clock) {
        return new RateLimit(
                Defaults.with(RateLimitConfig.class, settings),
                new LocalWindow(clock),
                clock,
                new SimpleMeterRegistry());
    }
}
