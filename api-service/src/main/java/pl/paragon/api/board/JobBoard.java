package pl.paragon.api.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    private final JobArchive archive;
    private final StatusStoreProbe probe;
    private final StatusConfig config;
    private final Clock clock;
    private final UnrecordedSubmissions unrecorded = new UnrecordedSubmissions();

    JobBoard(
            FactStore store,
            Completeness completeness,
            JobArchive archive,
            StatusStoreProbe probe,
            StatusConfig config,
            Clock clock) {
        this.store = store;
        this.completeness = completeness;
        this.archive = archive;
        this.probe = probe;
        this.config = config;
        this.clock = clock;
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
     * @throws StatusUnavailableException if the store, or the archive if that has to be asked, is unavailable, or the
     *     store is being rebuilt, or takes no writes, and may lack facts of this job
     */
    public Optional<Job> find(JobId id) {
        FactStore.Known known = store.of(id);
        Collection<Fact> facts = factsOf(id, known);
        if (JobStatus.first(facts, Fact.Deleted.class).isPresent()) {
            return Optional.empty();
        }
        Optional<Job> job = Job.of(id, facts);
        if (job.isEmpty()) {
            return absent(id);
        }
        if (known.rebuilding() && !hasEnded(job)) {
            throw StatusUnavailableException.rebuilding();
        }
        if (hasEnded(job)) {
            return job;
        }
        boolean outdated = isOutdated();
        if (outdated || mayHaveLostItsEnd(job.get())) {
            job = Job.of(id, with(archive.factsOf(id), facts));
        }
        if (outdated && !hasEnded(job)) {
            throw StatusUnavailableException.outdated();
        }
        return job;
    }

    /**
     * Checks that whatever was published before this call is on the board.
     *
     * @throws StatusUnavailableException if it is not, or nobody knows
     */
    public void requireComplete() {
        if (!completeness.isComplete(store::coverage)) {
            throw StatusUnavailableException.rebuilding();
        }
    }

    /** A job of which the store does not have the submission. */
    private Optional<Job> absent(JobId id) {
        List<Fact> archived = archive.factsOf(id);
        if (hasEnded(Job.of(id, archived))) {
            return Job.of(id, archived);
        }
        requireComplete();
        // Once more: it may have been projected between the two looks.
        FactStore.Known known = store.of(id);
        Optional<Job> job = Job.of(id, with(archived, factsOf(id, known)));
        if (known.rebuilding() && job.isPresent() && !hasEnded(job)) {
            throw StatusUnavailableException.rebuilding();
        }
        return job;
    }

    /**
     * The topics forget in pieces: of a job as old as this, the end may be gone while the submission is still there.
     */
    private boolean mayHaveLostItsEnd(Job job) {
        return job.submission().at().isBefore(clock.instant().minus(config.retention()));
    }

    /** What happened since the store stopped taking writes is in the topics only, and what ended in the archive. */
    private boolean isOutdated() {
        return probe.condition() == StatusStoreProbe.Condition.READ_ONLY;
    }

    private static boolean hasEnded(Optional<Job> job) {
        return job.map(Job::status).map(JobStatus::ended).orElse(false);
    }

    private Collection<Fact> factsOf(JobId id, FactStore.Known known) {
        return with(unrecorded.of(id).map(List::<Fact>of).orElse(List.of()), known.facts());
    }

    private static Collection<Fact> with(Collection<Fact> some, Collection<Fact> others) {
        Collection<Fact> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
