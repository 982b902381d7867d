package pl.paragon.persistence.accepted;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pl.paragon.contracts.event.ReceiptSubmitted;

/** The register of accepted jobs. Every method needs a transaction. */
interface AcceptedJobs {

    /**
     * Where the register stands in a partition.
     *
     * @param partition its number in the register, whose lanes share one sequence
     * @param topic Kafka's id of the topic; empty for a position that an earlier version wrote, be it in
     *     a topic that is lost
     * @param next the offset of the first record that it does not hold
     */
    record Position(int partition, Optional<UUID> topic, long next) {

        /** Whether the offset is one of this topic's. */
        boolean isIn(UUID id) {
            return topic.filter(id::equals).isPresent();
        }
    }

    /**
     * One partition's next position.
     *
     * @param topic Kafka's id of the topic
     * @param expected the position that the register must be at; otherwise another worker folds this partition now
     */
    record Advance(int partition, UUID topic, long expected, long next) {}

    /** A record was folded at another position than the register's: nothing may be written. */
    final class DisplacedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DisplacedException(Advance advance) {
            super("The register of jobs is not at " + advance);
        }
    }

    /** The positions of these partitions that the register knows, by partition. */
    Map<Integer, Position> positions(List<Integer> partitions);

    /**
     * The fold of a partition begins here, since what came before is not known, or not to be had any more.
     *
     * @param knownSince everything that was published from then on will be in the register
     */
    void begin(Position position, Instant knownSince);

    /**
     * Adds jobs, each unless it is known, and advances the positions.
     *
     * @throws DisplacedException if a position is not the expected one
     */
    void add(List<ReceiptSubmitted> jobs, List<Advance> advances);

    /** All that was published to these partitions before {@code time} is in the register. */
    void knownUntil(List<Integer> partitions, Instant time);
}
