package pl.paragon.persistence.arbiter;

import pl.paragon.contracts.event.JobEnded;

/** One end per job. */
interface OutcomeStore {

    /**
     * Keeps {@code proposed} as the job's end if it has none yet. Must run in a transaction; another transaction that
     * decides the same job waits for this one.
     *
     * @return the end that stands
     */
    Ruling decide(JobEnded proposed);

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
