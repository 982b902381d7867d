package pl.paragon.api.status;

import java.util.Collection;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/**
 * A job as the gateway knows it.
 *
 * @param cancelRequested a client asked for its end; whether it comes to that is for the arbiter to say
 */
public record Job(JobId id, Fact.Submitted submission, JobStatus status, boolean cancelRequested) {

    /** Empty if the facts do not say who submitted it, and so whose it is. */
    static Optional<Job> of(JobId id, Collection<? extends Fact> facts) {
        return JobStatus.first(facts, Fact.Submitted.class)
                .map(submitted -> new Job(
                        id,
                        submitted,
                        JobStatus.fold(facts),
                        JobStatus.first(facts, Fact.CancelAsked.class).isPresent()));
    }
}
