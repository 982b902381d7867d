package pl.paragon.api.board;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import pl.paragon.api.status.Fact;
import pl.paragon.contracts.job.JobId;

/**
 * The facts of all jobs, and how far the projection of the topics has come. Every method throws
 * {@link StatusUnavailableException} if the store cannot be reached.
 */
public interface FactStore {

    /** A fact about a job. */
    record JobFact(JobId job, Fact fact) {}

    /**
     * One partition's next position.
     *
     * @param expected the position that the store must hold; otherwise nothing is written
     * @param next the position afterwards: the offset of the first record that is not projected
     * @param caughtUp whether the projection has reached what it had to catch up with
     */
    record Advance(String partition, long expected, long next, boolean caughtUp) {}

    /** Which facts of a partition the store lacks when its projection begins. */
    enum Lag {
        NONE,
        /** The latest ones: a status may be outdated. */
        LATEST,
        /** Any of them: less may be known of a job than before. */
        ALL
    }

    /** Where the projection of one partition begins. */
    record Start(String partition, long position, Lag lag) {}

    /**
     * @param positions of each partition that was ever projected into this store
     * @param catchingUp the partitions with facts that are not projected yet
     */
    record Coverage(Map<String, Long> positions, Collection<String> catchingUp) {}

    /**
     * What is known of a job.
     *
     * @param rebuilding whether facts that were known before may be missing
     */
    record Known(Collection<Fact> facts, boolean rebuilding) {}

    /** Adds a fact outside the projection; no effect if it is known. */
    void add(JobFact fact);

    /** Forgets a job. */
    void remove(JobId job);

    /** All facts of a job; none if the job is unknown. */
    Known of(JobId job);

    /** Which partitions are projected, and how far. */
    Coverage coverage();

    /**
     * Records where the projection of partitions begins and which of them lack facts. Known positions stay as they are.
     */
    void begin(List<Start> starts);

    /**
     * Adds facts and advances the positions, all or nothing.
     *
     * @return false if a position is not the expected one: the store lost its memory, or another gateway projects that
     *     partition now
     */
    boolean append(List<JobFact> facts, List<Advance> advances);

    /** Throws as well if the store answers but takes no facts now, e.g. because its memory is full. */
    void requireWritable();
}
