package pl.paragon.api.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as clients get them: milliseconds, which every parser takes (Python's, for one, stops at six digits). */
public final class WireTime {

    private WireTime() {}

    public static Instant of(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
