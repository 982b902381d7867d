package pl.paragon.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import pl.paragon.contracts.job.JobId;

/**
 * The process behind a heartbeat: where it runs, what it has in hand, and what it has done since it started.
 *
 * @param startedAt by its own clock
 * @param host the name of its machine, or of its pod
 * @param pid on that host
 * @param version of Paragon
 * @param jobs that it works on now, the one that it began first comes first; at most {@link #MOST_JOBS} of them
 * @param done how many jobs it has taken through its stage
 * @param failed how many its stage has given up
 * @param memoryBytes what the process occupies of the machine's memory; {@code null} if that cannot be told
 */
public record WorkerProcess(
        Instant startedAt,
        String host,
        long pid,
        String version,
        List<WorkingOn> jobs,
        long done,
        long failed,
        Long memoryBytes) {

    /** So that a heartbeat stays as small as every other record. */
    public static final int MOST_JOBS = 32;

    /** @param since when the attempt that runs now began */
    public record WorkingOn(JobId jobId, Instant since) {

        public WorkingOn {
            Objects.requireNonNull(jobId, "job_id is missing");
            Objects.requireNonNull(since, "since is missing");
        }
    }

    public WorkerProcess {
        Objects.requireNonNull(startedAt, "started_at is missing");
        Objects.requireNonNull(host, "host is missing");
        Objects.requireNonNull(version, "version is missing");
        jobs = jobs == null ? List.of() : jobs.stream().limit(MOST_JOBS).toList();
    }
}
