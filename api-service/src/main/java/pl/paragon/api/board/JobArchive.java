package pl.paragon.api.board;

import java.util.List;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;

/** What is kept of jobs for longer than the topics, and so the store, keep their facts. */
@FunctionalInterface
public interface JobArchive {

    /**
     * What was submitted, and how the job ended if it has; none if nobody is known to have submitted it, or nothing is
     * kept of it any more.
     *
     * @throws StatusUnavailableException if that cannot be told now
     */
    List<Fact> factsOf(JobId job);
}
