package pl.paragon.localstack.supervision;

import java.time.Duration;

/** The pause before a restart: longer each time, and short again after a while of good health. */
record Backoff(Duration first, Duration longest, Duration forgiven) {

    /** One second, doubled up to half a minute, reset after a minute of good health. */
    static final Backoff USUAL = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** @param failuresInARow one or more */
    Duration pause(int failuresInARow) {
        Duration pause = first;
        for (int i = 1; i < failuresInARow && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    /** The number of failures in a row, including one more after the part was well for that long. */
    int count(int failuresInARow, Duration well) {
        return well.compareTo(forgiven) >= 0 ? 1 : failuresInARow + 1;
    }
}
