package pl.paragon.api.forecast;

import java.time.Duration;
import java.util.Optional;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.job.JobId;

/** Forecasts for tests of other packages. */
public final class TestForecasts {

    private TestForecasts() {}

    /** One job in a minute and all others in a second. */
    public static Forecasts slowest(JobId slow) {
        return new Forecasts(null, null, null, null) {
            @Override
            public Optional<Forecast> of(Job job) {
                Duration likely = job.id().equals(slow) ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
                return Optional.of(new Forecast(likely, likely, likely));
            }
        };
    }
}
