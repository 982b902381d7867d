package pl.paragon.api.listen;

import java.util.Optional;
import java.util.Set;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.job.JobId;

/**
 * Which of its owner's jobs a listener wants to know about.
 *
 * @param userId only those that were uploaded for this user
 */
public record Interest(Which which, Optional<String> userId) {

    /** The jobs. */
    public sealed interface Which {

        /** All of them, those of the future included. */
        record All() implements Which {}

        /** These; how they stand is told at once. */
        record These(Set<JobId> jobs) implements Which {}

        /** This one, until it has ended; how it stands is told at once. */
        record UntilTheEndOf(JobId job) implements Which {}
    }

    boolean mayCover(JobId job) {
        return switch (which) {
            case Which.All() -> true;
            case Which.These(var jobs) -> jobs.contains(job);
            case Which.UntilTheEndOf(var only) -> only.equals(job);
        };
    }

    boolean covers(Job job) {
        return mayCover(job.id())
                && userId.map(wanted -> wanted.equals(job.submission().userId()))
                        .orElse(true);
    }

    /** The jobs that are named; none if all are wanted. */
    Set<JobId> named() {
        return switch (which) {
            case Which.All() -> Set.of();
            case Which.These(var jobs) -> jobs;
            case Which.UntilTheEndOf(var only) -> Set.of(only);
        };
    }

    /** Whether nothing will come after this job's end. */
    boolean endsWith(JobId job) {
        return which instanceof Which.UntilTheEndOf(var only) && only.equals(job);
    }
}
