package pl.paragon.api.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** Answers what is known of a job. */
@ApplicationScoped
public class JobBoard {

    private static final Logger LOG = Logger.getLogger(JobBoard.class);

    private final FactStore store;
    private final Completeness completeness;
    private final UnrecordedSubmissions unrecorded = new UnrecordedSubmissions();

    JobBoard(FactStore store, Completeness completeness) {
        this.store = store;
        this.completeness = completeness;
    }

    /**
     * Records a submission at once, so that its client never sees "unknown": in the store, or in this process while the
     * store is unavailable.
     */
    public void submitted(JobId job, Submission submission) {
        Fact.Submitted fact = Fact.Submitted.of(submission);
        try {
            store.add(new FactStore.JobFact(job, fact));
        } catch (StatusUnavailableException e) {
            LOG.warnf("Job %s is not on the board yet: %s", job, e.getMessage());
            unrecorded.remember(job, fact);
        }
    }

    /** Removes a submission that was not accepted after all. */
    public void withdrawn(JobId job) {
        unrecorded.forget(job);
        try {
            store.remove(job);
        } catch (StatusUnavailableException e) {
            LOG.debugf("Job %s was refused but stays on the board: %s", job, e.getMessage());
        }
    }

    /**
     * Shows a job no longer, although its facts may still be, or come again: at once rather than when the fact is
     * projected, which will happen in any case.
     */
    public void deleted(JobId job, Instant at) {
        unrecorded.forget(job);
        try {
            store.add(new FactStore.JobFact(job, new Fact.Deleted(at)));
        } catch (StatusUnavailableException e) {
            LOG.debugf("Job %s was deleted but stays on the board for a while: %s", job, e.getMessage());
        }
    }

    /**
     * A job; empty if there certainly is none.
     *
     * @throws StatusUnavailableException if the store is unavailable, or is being rebuilt and may lack facts of this
     *     job
     */
    public Optional<Job> find(JobId id) {
        FactStore.Known known = store.of(id);
        Optional<Job> job = job(id, known);
        if (job.isEmpty()) {
            if (!completeness.isComplete(store::coverage)) {
                throw StatusUnavailableException.rebuilding();
            }
            // Once more: it may have been projected between the two looks.
            known = store.of(id);
            job = job(id, known);
        }
        if (known.rebuilding() && !job.map(Job::status).map(JobStatus::ended).orElse(true)) {
            throw StatusUnavailableException.rebuilding();
        }
        return job;
    }

    private Optional<Job> job(JobId id, FactStore.Known known) {
        Collection<Fact> facts = new ArrayList<>(known.facts());
        unrecorded.of(id).ifPresent(facts::add);
        return Job.of(id, facts);
    }
}
