package pl.paragon.api.result;

import java.time.Instant;
import java.util.Optional;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.history.JobPage;
import pl.paragon.contracts.job.JobId;

/** The register of accepted jobs in the database. A job is in it about a second after it was accepted. */
@FunctionalInterface
public interface JobRegister {

    /** How jobs ended, or that they have not. */
    enum Ended {
        NOT_YET,
        SAVED,
        FAILED,
        CANCELLED
    }

    /** A place in a list. */
    record Position(Instant submittedAt, JobId job) {}

    /**
     * Which jobs, newest first.
     *
     * @param submitter whose
     * @param ended all if empty
     * @param from submitted then or later
     * @param until submitted before then
     * @param filename what the file's name contains, whatever the case
     * @param after where to go on; with the newest if empty
     * @param atMost 1 to 200
     */
    record Query(
            Submitter submitter,
            Optional<Ended> ended,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<String> filename,
            Optional<Position> after,
            int atMost) {}

    /** @throws PersistenceUnavailableException if the database, or its owner, is unavailable */
    JobPage list(Query query);
}
