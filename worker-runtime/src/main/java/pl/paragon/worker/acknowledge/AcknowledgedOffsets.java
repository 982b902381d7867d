package pl.paragon.worker.acknowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one consumer has come in each of its partitions. Records are acknowledged in any order; what may be committed
 * is the offset of the first that is not. An offset stays due until its commit has succeeded. Of partitions that are
 * not assigned nothing is kept: their records will come again, here or elsewhere.
 */
final class AcknowledgedOffsets {

    private final Map<TopicPartition, Progress> partitions = new HashMap<>();

    synchronized void assigned(Collection<TopicPartition> assigned) {
        assigned.forEach(partition -> partitions.put(partition, new Progress()));
    }

    synchronized void revoked(Collection<TopicPartition> revoked) {
        partitions.keySet().removeAll(revoked);
    }

    synchronized void received(TopicPartition partition, long offset) {
        Progress progress = partitions.get(partition);
        if (progress != null) {
            progress.received(offset);
        }
    }

    synchronized void acknowledged(TopicPartition partition, long offset) {
        Progress progress = partitions.get(partition);
        if (progress != null) {
            progress.inHand.remove(offset);
        }
    }

    /** What is to be committed: of each partition that has come on since its last commit, the offset to go on from. */
    synchronized Map<TopicPartition, OffsetAndMetadata> due() {
        Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
        partitions.forEach((partition, progress) -> {
            if (progress.reached() > progress.committed) {
                due.put(partition, new OffsetAndMetadata(progress.reached()));
            }
        });
        return due;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Progress progress = partitions.get(partition);
            if (progress != null) {
                progress.committed = offset.offset();
            }
        });
    }

    private static final class Progress {

        private final NavigableSet<Long> inHand = new TreeSet<>();
        /** The offset after the last received; 0 before the first. */
        private long next;

        private long committed;

        private void received(long offset) {
            if (next == 0 || offset < next) {
                // The first one, or the client was put back: from here on nothing is committed.
                committed = offset;
            }
            inHand.add(offset);
            next = offset + 1;
        }

        private long reached() {
            return inHand.isEmpty() ? next : Math.min(inHand.first(), next);
        }
    }
}
