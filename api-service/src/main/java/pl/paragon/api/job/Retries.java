package pl.paragon.api.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.result.FailedJobs;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;

/** Submits a failed job again for its owner, as a new job that begins with the stage that failed. */
@ApplicationScoped
public class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);

    private final Jobs jobs;
    private final FailedJobs failed;
    private final JobBoard board;

    Retries(Jobs jobs, FailedJobs failed, JobBoard board) {
        this.jobs = jobs;
        this.failed = failed;
        this.board = board;
    }

    /** What became of a request to retry a job. */
    public sealed interface Retry {

        /** As this job, the same however often it is asked for. */
        record Resubmitted(JobId as, Submission submission) implements Retry {}

        /** Its file is not kept any more. */
        record FileGone() implements Retry {}

        /** It has not failed. */
        record NotFailed() implements Retry {}

        record Unknown() implements Retry {}

        /** @param why a sentence for clients */
        record Unavailable(String why) implements Retry {}
    }

    /** The database knows jobs that the board has forgotten; the board knows why another job cannot be retried. */
    public Retry retry(Submitter submitter, String id) {
        Optional<JobId> job = JobId.parse(id);
        if (job.isEmpty()) {
            return new Retry.Unknown();
        }
        try {
            return retried(submitter, job.get());
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Job %s is not retried: %s", id, e.getMessage());
            return new Retry.Unavailable("The database is unavailable");
        }
    }

    private Retry retried(Submitter submitter, JobId job) {
        return switch (failed.retry(job, submitter)) {
            case FailedJobs.Retry.Resubmitted(var submitted) -> {
                // At once, so that whoever asks for its status does not find that there is no such job.
                board.submitted(submitted.jobId(), submitted.submission());
                yield new Retry.Resubmitted(submitted.jobId(), submitted.submission());
            }
            case FailedJobs.Retry.Gone() -> new Retry.FileGone();
            case FailedJobs.Retry.Unknown() -> notRetried(submitter, job);
        };
    }

    private Retry notRetried(Submitter submitter, JobId id) {
        return switch (jobs.find(submitter, id.toString())) {
            case Jobs.Lookup.Unknown() -> new Retry.Unknown();
            case Jobs.Lookup.Unavailable(var why) -> new Retry.Unavailable(why);
            case Jobs.Lookup.Found(var job) ->
                job.status() instanceof JobStatus.Failed
                        ? new Retry.Unavailable("The database has not heard of the job yet")
                        : new Retry.NotFailed();
        };
    }
}
