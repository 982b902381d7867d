package pl.paragon.api.status;

import java.util.Collection;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/**
 * A job as the gateway knows it.
 *
 * @param cancelRequested a client asked to cancel it; the arbiter decides
 */
public record Job(JobId id, Fact.Submitted submission, JobStatus status, boolean cancelRequested) {

    /**
     * Empty if the submission is not among the facts, and so nobody knows whose job it is; also if the job was deleted.
     */
    public static Optional<Job> of(JobId id, Collection<? extends Fact> facts) {
        if (JobStatus.first(facts, Fact.Deleted.class).isPresent()) {
            return Optional.empty();
        }
        return JobStatus.first(facts, Fact.Submitted.class)
                .map(submitted -> new Job(
                        id,
                        submitted,
                        JobStatus.fold(facts),
                        JobStatus.first(facts, Fact.CancelAsked.class).isPresent()));
    }
}
