package pl.paragon.api.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/** The latest submissions that this process accepted while the store was away. Thread-safe. */
final class UnrecordedSubmissions {

    /** Some five megabytes at the most. What is forgotten the projector brings from Kafka all the same, a moment later. */
    private static final int REMEMBERED = 10_000;

    private final Map<JobId, Fact.Submitted> submissions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JobId, Fact.Submitted> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized void remember(JobId job, Fact.Submitted submission) {
        submissions.put(job, submission);
    }

    synchronized void forget(JobId job) {
        submissions.remove(job);
    }

    synchronized Optional<Fact.Submitted> of(JobId job) {
        return Optional.ofNullable(submissions.get(job));
    }
}
