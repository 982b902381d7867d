package pl.paragon.api.feed;

import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

/** Signals that a job may have changed. */
public interface JobFeed {

    /** Ends when closed; closing it twice is harmless. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Once this returns, no change of the job is missed; so look at the job afterwards.
     *
     * @param mayHaveChanged runs after every change, and at a steady pace while the feed is interrupted. It may run
     *     without a change and on several threads, and must not block
     * @return empty if this gateway has as many watches as it may have: answer without waiting
     */
    Optional<Watch> watch(JobId job, Runnable mayHaveChanged);

    /** The same for all jobs of an owner, those of the future included. */
    Optional<Watch> watch(Submitter owner, Runnable mayHaveChanged);

    /** The same for all jobs there are, and if the projection moves without a change of any. */
    Optional<Watch> watchAll(Runnable mayHaveChanged);
}
