package pl.paragon.api.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** What the gateway knows of jobs. */
@ApplicationScoped
public class JobBoard {

    private static final Logger LOG = Logger.getLogger(JobBoard.class);

    private final FactStore store;
    private final Predicate<FactStore.Progress> covered;
    private final UnrecordedSubmissions unrecorded = new UnrecordedSubmissions();

    @Inject
    JobBoard(FactStore store, JobStatusProjector projector) {
        this(store, projector::covers);
    }

    /** @param covered whether a job that the store does not know is surely unknown */
    JobBoard(FactStore store, Predicate<FactStore.Progress> covered) {
        this.store = store;
        this.covered = covered;
    }

    /** Notes a submission at once, so that its client is never told "unknown"; where the store is away, in this process, until the projector makes up for it. */
    public void submitted(JobId job, Submission submission) {
        Fact.Submitted fact = Fact.Submitted.of(submission);
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
        Optional<Job> job = job(id, known);
        if (job.isEmpty()) {
            if (!covered.test(store.progress())) {
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
