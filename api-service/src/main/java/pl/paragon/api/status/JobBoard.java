package pl.paragon.api.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** What the gateway knows of jobs. */
@ApplicationScoped
public class JobBoard {

    private static final Logger LOG = Logger.getLogger(JobBoard.class);

    private final FactStore store;
    private final JobStatusProjector projector;
    private final UnrecordedSubmissions unrecorded = new UnrecordedSubmissions();

    JobBoard(FactStore store, JobStatusProjector projector) {
        this.store = store;
        this.projector = projector;
    }

    /** Notes a submission at once, so that its client is never told "unknown"; where the store is away, in this process, until the projector makes up for it. */
    public void submitted(JobId job, Submission submission) {
        Fact.Submitted fact = new Fact.Submitted(submission);
        try {
            store.add(new FactStore.JobFact(job, fact));
        } catch (StatusUnavailableException e) {
            LOG.warnf("Job %s is not on the board yet: %s", job, e.getMessage());
            unrecorded.remember(job, fact);
        }
    }

    /** Takes a submission back that was not accepted after all. */
    public void withdrawn(JobId job) {
        unrecorded.forget(job);
        try {
            store.remove(job);
        } catch (StatusUnavailableException e) {
            LOG.debugf("Job %s, which nobody was told of, stays on the board: %s", job, e.getMessage());
        }
    }

    /**
     * A job, or nothing where there surely is none.
     *
     * @throws StatusUnavailableException where the store is away, or where it may lack what was once known of the job, since its projection is being rebuilt
     */
    public Optional<Job> find(JobId id) {
        FactStore.Known known = store.of(id);
        Collection<Fact> facts = new ArrayList<>(known.facts());
        unrecorded.of(id).ifPresent(facts::add);
        Optional<Job> job = Job.of(id, facts);
        boolean sure = job.isPresent()
                ? job.get().status().ended() || !known.rebuilding()
                : projector.covers(store.progress());
        if (!sure) {
            throw StatusUnavailableException.rebuilding();
        }
        return job;
    }
}
