package pl.paragon.api.feed;

import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/** Says that something about a job may have changed. */
public interface JobFeed {

    /** Ends when it is closed; closing it twice does no harm. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From when this returns, no change of the job is missed; so look at the job afterwards.
     *
     * @param lookAgain is called after every change, and at a steady pace while changes cannot be heard. It may be called
     *     without a change, by several threads, and must not block
     * @return empty if this gateway has as many watches as it may: answer without waiting
     */
    Optional<Watch> watch(JobId job, Runnable lookAgain);
}
