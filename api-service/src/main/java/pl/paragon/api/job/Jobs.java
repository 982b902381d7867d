package pl.paragon.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.identity.Submitters;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobBoard;
import pl.paragon.api.status.StatusUnavailableException;
import pl.paragon.contracts.event.CancelRequested;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.publish.BrokerUnavailableException;
import pl.paragon.runtime.publish.EventPublisher;

/** The jobs of whoever asks. Those of others do not exist. */
@ApplicationScoped
class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final JobBoard board;
    private final EventPublisher publisher;
    private final Submitters submitters;
    private final JobConfig config;
    private final Clock clock;

    Jobs(JobBoard board, EventPublisher publisher, Submitters submitters, JobConfig config, Clock clock) {
        this.board = board;
        this.publisher = publisher;
        this.submitters = submitters;
        this.config = config;
        this.clock = clock;
    }

    /** What became of the wish to cancel a job. */
    sealed interface Cancel {
        /** Nobody has such a job. */
        record Unknown() implements Cancel {}

        /** The job ended before: nothing changes. */
        record TooLate(Job job) implements Cancel {}

        /** The wish is told; the arbiter decides. */
        record Requested(Job job) implements Cancel {}

        /** What is known of jobs cannot be asked for the moment; the wish is told all the same. */
        record RequestedUnseen() implements Cancel {}
    }

    /**
     * Empty where nobody has such a job.
     *
     * @throws ApiException where that cannot be told for the moment
     */
    Optional<Job> find(String id) {
        try {
            return lookUp(id);
        } catch (StatusUnavailableException e) {
            LOG.debugf("The status of %s cannot be told: %s", id, e.getMessage());
            throw ApiException.unavailable(
                    "Task status is unavailable for the moment", e.reason(), config.retryAfter(), e);
        }
    }

    /** @throws ApiException where the broker is away, and so the wish could be lost */
    Cancel cancel(String id) {
        Optional<Job> found;
        try {
            found = lookUp(id);
        } catch (StatusUnavailableException e) {
            LOG.infof("Job %s is to be cancelled unseen: %s", id, e.getMessage());
            request(JobId.of(id));
            return new Cancel.RequestedUnseen();
        }
        if (found.isEmpty()) {
            return new Cancel.Unknown();
        }
        Job job = found.get();
        if (job.status().ended()) {
            return new Cancel.TooLate(job);
        }
        request(job.id());
        return new Cancel.Requested(job);
    }

    private Optional<Job> lookUp(String id) {
        return JobId.parse(id)
                .flatMap(board::find)
                .filter(job -> submitters.owns(job.submission().submitter()));
    }

    private void request(JobId job) {
        try {
            publisher.publish(new CancelRequested(job, clock.instant(), submitters.current()));
        } catch (BrokerUnavailableException e) {
            throw ApiException.unavailable(
                    "Receipt processing system unavailable",
                    "The message broker is unavailable",
                    config.retryAfter(),
                    e);
        }
    }
}
