package pl.paragon.api.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;

/** The latest submissions that this gateway accepted while the store was unavailable. Thread-safe. */
final class UnrecordedSubmissions {

    /** About five megabytes. Anything older is projected from Kafka once the store is back. */
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
