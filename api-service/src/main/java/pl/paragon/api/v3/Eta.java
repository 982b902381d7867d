package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.List;
import pl.paragon.api.forecast.Forecast;

/**
 * How long it is until a job is done, in whole seconds.
 *
 * @param etaSeconds as long as not
 * @param etaIntervalSeconds four jobs in five are done between these two
 */
public record Eta(long etaSeconds, List<Long> etaIntervalSeconds) {

    public static Eta of(Forecast forecast) {
        return new Eta(seconds(forecast.likely()), List.of(forecast.soonest().toSeconds(), seconds(forecast.latest())));
    }

    /** When it is worth asking again. */
    @JsonIgnore
    Duration soonest() {
        return Duration.ofSeconds(etaIntervalSeconds.getFirst());
    }

    /** Rounded up. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
