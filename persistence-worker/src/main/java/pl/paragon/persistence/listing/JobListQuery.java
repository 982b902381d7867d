package pl.paragon.persistence.listing;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import pl.paragon.contracts.job.JobId;

/**
 * Which of a submitter's jobs are asked for.
 *
 * @param from submitted then or later
 * @param until submitted before then
 * @param filename what the file's name contains, whatever the case
 */
record JobListQuery(
        String submitter,
        Optional<Ended> ended,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> filename) {

    /** A place in the list. */
    record Position(Instant submittedAt, JobId job) {}

    /** How the jobs ended, or that they have not. */
    enum Ended {
        NOT_YET,
        SAVED,
        FAILED,
        CANCELLED;

        /** @throws IllegalArgumentException if there is none of this name */
        static Ended of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
