package pl.paragon.api.v2;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.job.Waiter;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.api.v3.result.ResultView;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;

/**
 * Waits for the end of a job on behalf of a client that holds its connection open. If the time is up, or the client
 * closes the connection, the job is cancelled: its result would reach nobody.
 */
@ApplicationScoped
class Reading {

    private static final Logger LOG = Logger.getLogger(Reading.class);

    private final Jobs jobs;
    private final Results results;
    private final V2Config config;
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Reading(Jobs jobs, Results results, V2Config config) {
        this.jobs = jobs;
        this.results = results;
        this.config = config;
    }

    /** The client of an exchange: it leaves when the exchange ends, be it answered or broken off. */
    static Waiter client(RoutingContext exchange) {
        Waiter client = new Waiter();
        exchange.addEndHandler(ended -> client.leave());
        return client;
    }

    /** Blocks the calling thread, which should be a virtual one. */
    Outcome await(Submitter submitter, Task task, Wanted wanted, Waiter client) throws InterruptedException {
        Outcome outcome = waiting(submitter, task, client, () -> outcome(submitter, task.job(), wanted, client));
        if (outcome instanceof Outcome.Read) {
            forgetUnlessKept(submitter, task.job(), wanted);
        }
        return outcome;
    }

    /** The same for one of several jobs, whichever stage it is in when the time is up. */
    Outcome awaitOneOfMany(Submitter submitter, Task task, Duration atMost, Waiter client) throws InterruptedException {
        JobId job = task.job();
        return waiting(submitter, task, client, () -> {
            Jobs.Lookup last = jobs.findOnce(submitter, job, JobStatus::ended, atMost, client);
            return over(last, job, Stage.ANALYSIS, config.batchTimeout())
                    .orElseGet(() -> new Outcome.TimedOut(job, Stage.ANALYSIS, config.batchTimeout()));
        });
    }

    private interface Wait {
        Outcome end() throws InterruptedException;
    }

    private Outcome waiting(Submitter submitter, Task task, Waiter client, Wait wait) throws InterruptedException {
        Outcome outcome = unlessStopping(task.job(), waiting(client, wait));
        switch (outcome) {
            case Outcome.Read read -> {}
            case Outcome.TimedOut late -> cancel(submitter, task);
            case Outcome.Unavailable unavailable -> cancel(submitter, task);
            case Outcome.Failed failed -> {}
            case Outcome.Cancelled cancelled -> {}
        }
        return outcome;
    }

    /** Nobody waits for requests that wait themselves: they are answered at once. */
    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
        waiting.forEach(Waiter::leave);
    }

    private Outcome waiting(Waiter client, Wait wait) throws InterruptedException {
        waiting.add(client);
        try {
            if (stopping) {
                client.leave();
            }
            return wait.end();
        } finally {
            waiting.remove(client);
        }
    }

    private Outcome unlessStopping(JobId job, Outcome outcome) {
        return stopping && outcome instanceof Outcome.TimedOut
                ? new Outcome.Unavailable(job, "This gateway is shutting down")
                : outcome;
    }

    private Outcome outcome(Submitter submitter, JobId job, Wanted wanted, Waiter client) throws InterruptedException {
        if (wanted.hasFile()) {
            Optional<Outcome> early = over(
                    jobs.findOnce(submitter, job, Reading::hasText, config.ocrTimeout(), client),
                    job,
                    Stage.OCR,
                    config.ocrTimeout());
            if (early.isPresent()) {
                return early.get();
            }
        }
        Jobs.Lookup last = jobs.findOnce(submitter, job, JobStatus::ended, config.analysisTimeout(), client);
        return over(last, job, Stage.ANALYSIS, config.analysisTimeout())
                .orElseGet(() -> new Outcome.TimedOut(job, Stage.ANALYSIS, config.analysisTimeout()));
    }

    private static boolean hasText(JobStatus status) {
        return status.atStage().map(stage -> stage != Stage.OCR).orElse(true);
    }

    /** Empty if the job has passed the stage in time and goes on. */
    private Optional<Outcome> over(Jobs.Lookup latest, JobId id, Stage stage, Duration limit) {
        return switch (latest) {
            case Jobs.Lookup.Unknown() -> Optional.of(new Outcome.Cancelled(id));
            case Jobs.Lookup.Unavailable(var why) -> Optional.of(new Outcome.Unavailable(id, why));
            case Jobs.Lookup.Found(var job) ->
                switch (job.status()) {
                    case JobStatus.Succeeded success -> Optional.of(read(job, success));
                    case JobStatus.Failed failure -> Optional.of(new Outcome.Failed(id, failure));
                    case JobStatus.Revoked(var at) -> Optional.of(new Outcome.Cancelled(id));
                    case JobStatus.Pending p -> Optional.of(new Outcome.TimedOut(id, stage, limit));
                    case JobStatus.Started s -> Optional.of(new Outcome.TimedOut(id, stage, limit));
                    case JobStatus.Progress p -> late(job, stage, limit);
                    case JobStatus.Retrying r -> late(job, stage, limit);
                };
        };
    }

    private static Optional<Outcome> late(Job job, Stage stage, Duration limit) {
        return stage == Stage.OCR && hasText(job.status())
                ? Optional.empty()
                : Optional.of(new Outcome.TimedOut(job.id(), stage, limit));
    }

    private Outcome read(Job job, JobStatus.Succeeded success) {
        try {
            return new Outcome.Read(ResultView.of(
                    job.id(),
                    job.submission(),
                    success,
                    results.of(job.id(), success.result().analysis())));
        } catch (ResultUnavailableException e) {
            LOG.warnf("The result of job %s is unavailable: %s", job.id(), e.getMessage());
            return new Outcome.Unavailable(job.id(), "The result is unavailable");
        }
    }

    /** If the database is unavailable, the receipt stays: it can still be found, and deleted, by its job. */
    private void forgetUnlessKept(Submitter submitter, JobId job, Wanted wanted) {
        if (!wanted.isKept()
                && !(jobs.delete(submitter, job.toString(), Optional.empty()) instanceof Jobs.Delete.Deleted)) {
            LOG.warnf("Job %s is answered but cannot be deleted now", job);
        }
    }

    private void cancel(Submitter submitter, Task task) {
        if (!task.named() && jobs.cancel(submitter, task.job().toString()) instanceof Jobs.Cancel.Unavailable) {
            LOG.warnf("Nobody waits for job %s any longer, but it cannot be cancelled now", task.job());
        }
    }
}
