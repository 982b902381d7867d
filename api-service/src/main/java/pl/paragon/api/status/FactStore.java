package pl.paragon.api.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.job.JobId;

/** Where the facts of all jobs are, and how far the projection of the topics has come. Every method throws {@link StatusUnavailableException} where it cannot be reached. */
interface FactStore {

    /** A fact and the job that it is of. */
    record JobFact(JobId job, Fact fact) {}

    /**
     * How far one partition is projected.
     *
     * @param expected the position that the store must hold, or nothing is written
     * @param next the position afterwards: the offset of the first record that is not projected
     * @param caughtUp whether the projection has reached what it had to catch up with
     */
    record Advance(String partition, long expected, long next, boolean caughtUp) {}

    /** How much of a partition the store lacks when its projection begins. */
    enum Lag {
        NONE,
        /** The latest facts: what is known of a job may be old. */
        LATEST,
        /** Everything: what is known of a job may be less than what was known of it before. */
        ALL
    }

    /** Where the projection of one partition begins. */
    record Start(String partition, long position, Lag lag) {}

    /**
     * @param positions of each partition that was ever projected into this store
     * @param catchingUp the partitions that are known to hold facts which are not projected yet
     */
    record Progress(Map<String, Long> positions, Collection<String> catchingUp) {}

    /**
     * What is known of a job.
     *
     * @param rebuilding whether some of it may be missing that was known before
     */
    record Known(Collection<Fact> facts, boolean rebuilding) {}

    /** Adds a fact outside the projection, without effect where it is known. */
    void add(JobFact fact);

    /** Forgets a job. */
    void remove(JobId job);

    /** All facts of a job; none where it is not known. */
    Known of(JobId job);

    Progress progress();

    /** Notes where the projection of partitions begins, and which of them lack facts; positions that are known stay as they are. */
    void begin(List<Start> starts);

    /**
     * Adds facts and advances the positions, all or nothing.
     *
     * @return false where a position is not the expected one: the store lost its memory, or another gateway projects that partition now
     */
    boolean append(List<JobFact> facts, List<Advance> advances);
}
