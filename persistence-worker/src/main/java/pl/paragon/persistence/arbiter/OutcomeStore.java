package pl.paragon.persistence.arbiter;

import pl.paragon.contracts.event.JobEnded;

/** One end per job. */
interface OutcomeStore {

    /**
     * Keeps {@code proposed} as the job's end where it has none yet. Within a transaction; another one that decides the same job waits for it.
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
