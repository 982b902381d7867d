package pl.paragon.persistence.removal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/** The jobs whose files must go, whatever becomes of this process. Every method needs a transaction. */
public interface Removals {

    /** A job whose files must go. */
    record Removal(JobId job, RemovalReason reason, Instant since) {}

    /** Asks for the removal of a job's files; they go once the transaction is committed. */
    void ask(JobId job, RemovalReason reason);

    /** The same, with the time of what is its reason. */
    void ask(JobId job, RemovalReason reason, Instant since);

    /** The next of them after this job, in the order of job ids; the first if it is empty. */
    List<Removal> after(Optional<JobId> job, int atMost);

    /** The files are gone; unless they have to go for another reason by now. */
    void done(Removal removal);
}
