package pl.paragon.api.listen;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.paragon.api.board.ChangedJobs;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.job.Jobs;
import pl.paragon.api.result.ResultUnavailableException;
import pl.paragon.api.result.Results;
import pl.paragon.api.status.Job;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/** Reads a job together with what listeners are told of its receipt. */
@ApplicationScoped
class JobStates {

    private static final Logger LOG = Logger.getLogger(JobStates.class);

    private final BiFunction<Submitter, String, Jobs.Lookup> jobs;
    private final BiFunction<JobId, FileReference, AnalyzedReceipt> results;
    private final ChangedJobs changed;

    @Inject
    JobStates(Jobs jobs, Results results, ChangedJobs changed) {
        this(jobs::find, results::of, changed);
    }

    JobStates(
            BiFunction<Submitter, String, Jobs.Lookup> jobs,
            BiFunction<JobId, FileReference, AnalyzedReceipt> results,
            ChangedJobs changed) {
        this.jobs = jobs;
        this.results = results;
        this.changed = changed;
    }

    /**
     * How a job that a listener named stands.
     *
     * @param version of its latest change, which may be newer than what was found; 0 if nothing was
     */
    record Standing(JobId job, Jobs.Lookup lookup, long version) {}

    /** In the order of their latest changes. */
    List<Standing> standings(Submitter owner, Set<JobId> named) {
        Map<JobId, Jobs.Lookup> found = named.stream().collect(Collectors.toMap(job -> job, job -> find(owner, job)));
        Map<JobId, Long> versions = versions(owner, named);
        return named.stream()
                .map(job -> standing(job, found.get(job), versions))
                .sorted(Comparator.comparingLong(Standing::version))
                .toList();
    }

    /** Of the job's latest change, or {@link ChangedJobs#NONE}. */
    long version(Submitter owner, JobId job) {
        return versions(owner, Set.of(job)).getOrDefault(job, ChangedJobs.NONE);
    }

    private Map<JobId, Long> versions(Submitter owner, Set<JobId> jobs) {
        return changed.of(owner, jobs).stream()
                .collect(Collectors.toMap(ChangedJobs.Change::job, ChangedJobs.Change::version));
    }

    private static Standing standing(JobId job, Jobs.Lookup lookup, Map<JobId, Long> versions) {
        long version =
                switch (lookup) {
                    case Jobs.Lookup.Found(var found) -> versions.getOrDefault(job, unknownVersion(found));
                    case Jobs.Lookup.Unknown() -> ChangedJobs.NONE;
                    case Jobs.Lookup.Unavailable(var why) -> ChangedJobs.NONE;
                };
        return new Standing(job, lookup, version);
    }

    /** Of a job whose changes are forgotten: when the last that is known of it happened. */
    private static long unknownVersion(Job job) {
        Instant latest =
                switch (job.status()) {
                    case JobStatus.Succeeded success -> success.at();
                    case JobStatus.Failed failure -> failure.at();
                    case JobStatus.Revoked(var at) -> at;
                    case JobStatus.Pending p -> job.submission().at();
                    case JobStatus.Started s -> job.submission().at();
                    case JobStatus.Progress p -> job.submission().at();
                    case JobStatus.Retrying r -> job.submission().at();
                };
        return ChronoUnit.MICROS.between(Instant.EPOCH, latest);
    }

    Jobs.Lookup find(Submitter owner, JobId job) {
        return jobs.apply(owner, job.toString());
    }

    /** That a receipt was read is told even while it cannot be shown. */
    JobState state(Job job, long version) {
        Optional<AnalyzedReceipt> receipt = Optional.empty();
        if (job.status() instanceof JobStatus.Succeeded success) {
            try {
                receipt = Optional.of(results.apply(job.id(), success.result().analysis()));
            } catch (ResultUnavailableException e) {
                LOG.warnf("Listeners are told of job %s without its receipt: %s", job.id(), e.getMessage());
            }
        }
        return new JobState(version, job, receipt);
    }
}
