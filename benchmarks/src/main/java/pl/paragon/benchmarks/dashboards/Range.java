package pl.paragon.benchmarks.dashboards;

import java.time.Duration;
import java.time.Instant;

/** The time that all panels of a dashboard show. */
record Range(Instant from, Instant to) {

    Duration length() {
        return Duration.between(from, to);
    }
}
