package pl.paragon.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.ListedJob.Standing;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.JobRegister;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.history.JobPage;

/**
 * The jobs of a submitter, newest first: which there are and how they ended from the database, where those stand that
 * have not ended from the board.
 */
@ApplicationScoped
public class JobLists {

    private static final Logger LOG = Logger.getLogger(JobLists.class);

    private final JobRegister register;
    private final JobBoard board;

    JobLists(JobRegister register, JobBoard board) {
        this.register = register;
        this.board = board;
    }

    /** What became of a request for a list. */
    public sealed interface Listing {

        /**
         * @param jobs fewer than were asked for, or none, if the filter leaves out some of those that were looked at
         * @param next where the list goes on; empty at its end
         */
        record Page(List<ListedJob> jobs, Optional<JobRegister.Position> next) implements Listing {}

        record DatabaseUnavailable() implements Listing {}

        /** The board is unavailable, and only it knows which jobs have the status that is asked for. */
        record StatusUnavailable(String why) implements Listing {}
    }

    /** @param atMost 1 to 200 */
    public Listing list(Submitter submitter, JobFilter filter, Optional<JobRegister.Position> after, int atMost) {
        JobRegister.Query query = new JobRegister.Query(
                submitter,
                filter.status().map(JobFilter.Wanted::ended),
                filter.from(),
                filter.until(),
                filter.filename(),
                after,
                atMost);
        try {
            return listing(register.list(query), filter.status());
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Lists of jobs are unavailable: %s", e.getMessage());
            return new Listing.DatabaseUnavailable();
        }
    }

    private Listing listing(JobPage page, Optional<JobFilter.Wanted> wanted) {
        List<ListedJob> jobs = new ArrayList<>();
        Optional<String> unavailable = Optional.empty();
        for (JobHistory history : page.jobs()) {
            ReceiptSubmitted submitted = history.submitted();
            if (history.ended() != null) {
                jobs.add(listed(submitted, new Standing.Over(history.ended())));
            } else if (unavailable.isPresent()) { // asked once, it need not be waited for again
                jobs.add(listed(submitted, new Standing.Untold()));
            } else {
                try {
                    told(submitted, wanted).ifPresent(jobs::add);
                } catch (StatusUnavailableException e) {
                    LOG.debugf("A list shows no status of what has not ended: %s", e.getMessage());
                    unavailable = Optional.of(e.reason());
                    jobs.add(listed(submitted, new Standing.Untold()));
                }
            }
        }
        if (unavailable.isPresent() && wanted.isPresent() && wanted.get().isLive()) {
            return new Listing.StatusUnavailable(unavailable.get());
        }
        return new Listing.Page(
                jobs, page.more() ? Optional.of(position(page.jobs().getLast())) : Optional.empty());
    }

    /** Empty if it was deleted a moment ago, or stands elsewhere by now. */
    private Optional<ListedJob> told(ReceiptSubmitted submitted, Optional<JobFilter.Wanted> wanted) {
        return board.find(submitted.jobId())
                .map(Job::status)
                .filter(status -> wanted.isEmpty() || wanted.get().is(status))
                .map(status -> listed(submitted, new Standing.Told(status)));
    }

    private static ListedJob listed(ReceiptSubmitted submitted, Standing standing) {
        return new ListedJob(submitted.jobId(), submitted.submission(), standing);
    }

    private static JobRegister.Position position(JobHistory history) {
        return new JobRegister.Position(
                history.submitted().submission().submittedAt(),
                history.submitted().jobId());
    }
}
