package pl.paragon.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import pl.paragon.api.board.JobBoard;
import pl.paragon.api.board.StatusUnavailableException;
import pl.paragon.api.forecast.Forecast;
import pl.paragon.api.forecast.Forecasts;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.history.JobHistory;
import pl.paragon.contracts.job.BatchId;

/** Finds and cancels the batches of a submitter. To anybody else they do not exist. */
@ApplicationScoped
public class Batches {

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private final BatchStore store;
    private final BatchRegister register;
    private final JobBoard board;
    private final Jobs jobs;
    private final Forecasts forecasts;

    Batches(BatchStore store, BatchRegister register, JobBoard board, Jobs jobs, Forecasts forecasts) {
        this.store = store;
        this.register = register;
        this.board = board;
        this.jobs = jobs;
        this.forecasts = forecasts;
    }

    /** What a lookup found. */
    public sealed interface Lookup {
        record Found(BatchProgress progress) implements Lookup {}

        /** This submitter has no such batch. */
        record Unknown() implements Lookup {}

        /** @param why a sentence for clients */
        record Unavailable(String why) implements Lookup {}
    }

    /** What became of a request to cancel what has not ended of a batch. */
    public sealed interface Cancel {

        /**
         * @param requested how many cancels are published; the arbiter decides on each
         * @param over how many jobs had ended, or were deleted
         */
        record Requested(int requested, int over) implements Cancel {}

        record Unknown() implements Cancel {}

        /** @param why a sentence for clients */
        record Unavailable(String why) implements Cancel {}
    }

    public Lookup find(Submitter submitter, String id) {
        Optional<BatchId> batch = BatchId.parse(id);
        if (batch.isEmpty()) {
            return new Lookup.Unknown();
        }
        try {
            Optional<Batch> kept = store.find(batch.get());
            return kept.isPresent() ? progress(submitter, kept.get()) : registered(submitter, batch.get());
        } catch (RedisUnavailableException e) {
            LOG.debugf("Batch %s is unavailable: %s", id, e.getMessage());
            return new Lookup.Unavailable("The status store is unavailable");
        } catch (StatusUnavailableException e) {
            LOG.debugf("Batch %s is unavailable: %s", id, e.getMessage());
            return new Lookup.Unavailable(e.reason());
        } catch (PersistenceUnavailableException e) {
            LOG.warnf("Batch %s is unavailable: %s", id, e.getMessage());
            return new Lookup.Unavailable("The database is unavailable");
        }
    }

    public Cancel cancel(Submitter submitter, String id) {
        return switch (find(submitter, id)) {
            case Lookup.Unknown() -> new Cancel.Unknown();
            case Lookup.Unavailable(var why) -> new Cancel.Unavailable(why);
            case Lookup.Found(var progress) -> cancel(submitter, progress);
        };
    }

    private Cancel cancel(Submitter submitter, BatchProgress progress) {
        int requested = 0;
        int over = 0;
        for (BatchProgress.File file : progress.files()) {
            if (!(file instanceof BatchProgress.Accepted accepted)) {
                continue;
            }
            switch (jobs.cancel(submitter, accepted.job().toString())) {
                case Jobs.Cancel.Requested r -> requested++;
                case Jobs.Cancel.RequestedUnseen r -> requested++;
                case Jobs.Cancel.TooLate t -> over++;
                case Jobs.Cancel.Unknown u -> over++;
                case Jobs.Cancel.Unavailable u -> {
                    return new Cancel.Unavailable("The message broker is unavailable");
                }
            }
        }
        return new Cancel.Requested(requested, over);
    }

    private Lookup progress(Submitter submitter, Batch batch) {
        if (!submitter.owns(batch.submitter())) {
            return new Lookup.Unknown();
        }
        List<BatchProgress.File> files = new ArrayList<>();
        Eta eta = new Eta();
        for (Batch.Entry entry : batch.files()) {
            files.add(
                    switch (entry) {
                        case Batch.Refused(var filename, var refusal) -> new BatchProgress.Refused(filename, refusal);
                        case Batch.Accepted(var filename, var id, var size) -> {
                            Optional<Job> job = board.find(id);
                            job.ifPresent(eta::add);
                            yield new BatchProgress.Accepted(filename, id, size, standing(job));
                        }
                    });
        }
        return new Lookup.Found(
                new BatchProgress(batch.id(), batch.submittedAt(), batch.files().size(), files, eta.forecast()));
    }

    /** Redis does not have it: it is too old, or Redis lost its memory, or was away when it was submitted. */
    private Lookup registered(Submitter submitter, BatchId id) {
        List<JobHistory> found = register.jobsOf(id, submitter);
        if (found.isEmpty()) {
            board.requireComplete(); // else the register may not have heard of it yet
            return new Lookup.Unknown();
        }
        return registered(id, found);
    }

    private Lookup registered(BatchId id, List<JobHistory> found) {
        List<BatchProgress.File> files = new ArrayList<>();
        Eta eta = new Eta();
        for (JobHistory history : found) {
            Submission submission = history.submitted().submission();
            BatchProgress.Standing standing;
            JobEnded ended = history.ended();
            if (ended == null) {
                Optional<Job> job = board.find(history.submitted().jobId());
                job.ifPresent(eta::add);
                standing = standing(job);
            } else {
                standing = new BatchProgress.Over(ended);
            }
            files.add(new BatchProgress.Accepted(
                    submission.filename(),
                    history.submitted().jobId(),
                    submission.file().size(),
                    standing));
        }
        Submission first = found.getFirst().submitted().submission();
        return new Lookup.Found(
                new BatchProgress(id, first.submittedAt(), first.batch().size(), files, eta.forecast()));
    }

    private static BatchProgress.Standing standing(Optional<Job> job) {
        return job.<BatchProgress.Standing>map(known -> new BatchProgress.Told(known.status()))
                .orElseGet(BatchProgress.Deleted::new);
    }

    /** A batch is done when the last of its jobs is. */
    private final class Eta {

        private Forecast latest;
        private boolean unknown;

        void add(Job job) {
            if (job.status().ended()) {
                return;
            }
            Optional<Forecast> forecast = forecasts.of(job);
            unknown |= forecast.isEmpty();
            forecast.filter(its -> latest == null || its.likely().compareTo(latest.likely()) > 0)
                    .ifPresent(its -> latest = its);
        }

        /** Empty if everything has ended, or nobody can say. */
        Optional<Forecast> forecast() {
            return unknown ? Optional.empty() : Optional.ofNullable(latest);
        }
    }
}
