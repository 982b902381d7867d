package pl.paragon.persistence.arbiter;

import java.util.Optional;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;

/** One end per job. */
interface OutcomeStore {

    /**
     * Keeps {@code proposed} as the job's end if it has none yet. Must run in a transaction; another transaction that
     * decides the same job waits for this one.
     *
     * @return the end that stands
     */
    Ruling decide(JobEnded proposed);

    /** How a job ended; empty if it has not. Must run in a transaction. */
    Optional<JobEnded> of(JobId job);

    /** What came of a proposal. */
    sealed interface Ruling {

        /** The end that stands. */
        JobEnded end();

        /** The proposal was the first and stands. */
        record Decided(JobEnded end) implements Ruling {}

        /** The job had this end already. */
        record DecidedBefore(JobEnded end) implements Ruling {}
    }
}
