package pl.paragon.api.board;

import java.util.Collection;
import java.util.List;
import pl.paragon.api.identity.Submitter;
import pl.paragon.contracts.job.JobId;

/**
 * Which jobs of an owner changed, and when: each with the version of its latest change. Versions of one owner grow from
 * change to change, whichever gateway projects it, so whoever remembers one can ask for what came after it. They are
 * the time of the change in microseconds, or a little more. Every method throws {@link StatusUnavailableException} if
 * the store cannot be reached.
 */
public interface ChangedJobs {

    /** The version of an owner none of whose changes are known. */
    long NONE = 0;

    record Change(JobId job, long version) {}

    /** The version of the owner's latest change, or {@link #NONE}. */
    long latest(Submitter owner);

    /** The jobs that changed after a version, in the order of their latest changes. */
    List<Change> after(Submitter owner, long version, int most);

    /** Of these jobs, those whose changes are known, in the order of their latest changes. */
    List<Change> of(Submitter owner, Collection<JobId> jobs);
}
