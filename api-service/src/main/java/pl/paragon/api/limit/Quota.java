package pl.paragon.api.limit;

import java.time.Duration;

/**
 * What is left of a user's limit.
 *
 * @param remaining how many more jobs would be accepted now
 * @param reset until one more would be accepted
 */
public record Quota(Policy policy, int remaining, Duration reset) {

    /** Rounded up: whoever comes back after that many seconds does not come too early. */
    public long resetSeconds() {
        return reset.plusMillis(999).toSeconds();
    }
}
