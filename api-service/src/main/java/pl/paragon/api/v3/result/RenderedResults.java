package pl.paragon.api.v3.result;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import pl.paragon.api.result.ResultConfig;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.runtime.metrics.Metric;

/**
 * The results of finished jobs as they go over the wire. Clients ask for the same one again and again, and to decode
 * its document and write it anew takes longer than the rest of the answer.
 */
@Startup // its metric is shown before the first request
@ApplicationScoped
public class RenderedResults {

    private static final String SOURCE = "rendered";
    private static final int BYTES_OF_CHARACTER = 2;

    private final Results results;
    private final Cache<JobId, Rendered> cache;
    private final Counter remembered;

    /** What a result was made of, beside its document, which never changes. */
    private record Rendered(Fact.Submitted submission, JobStatus.Succeeded success, String json) {

        boolean isOf(Fact.Submitted submission, JobStatus.Succeeded success) {
            return this.submission.equals(submission) && this.success.equals(success);
        }
    }

    RenderedResults(Results results, ResultConfig config, MeterRegistry meters) {
        this.results = results;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(config.cacheSize().asLongValue())
                .weigher((JobId job, Rendered rendered) ->
                        BYTES_OF_CHARACTER * rendered.json().length())
                .build();
        this.remembered = Metric.RESULTS_READ.counter(meters, SOURCE);
    }

    /**
     * A job's {@link ResultView} in JSON.
     *
     * @throws pl.paragon.api.result.ResultUnavailableException if neither the store nor the database has it now
     */
    public String of(Job job, JobStatus.Succeeded success) {
        Rendered known = cache.getIfPresent(job.id());
        if (known != null && known.isOf(job.submission(), success)) {
            remembered.increment();
            return known.json();
        }
        String json = Json.writeText(ResultView.of(
                job.id(),
                job.submission(),
                success,
                results.of(job.id(), success.result().analysis())));
        cache.put(job.id(), new Rendered(job.submission(), success, json));
        return json;
    }
}
