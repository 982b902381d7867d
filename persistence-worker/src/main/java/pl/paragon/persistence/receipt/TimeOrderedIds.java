package pl.paragon.persistence.receipt;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that new rows go to the end of an
 * index.
 */
final class TimeOrderedIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    UUID next() {
        long high = clock.millis() << 16 | VERSION_7 | random.nextLong() & 0xFFFL;
        long low = RFC_VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
