package pl.paragon.runtime.publish;

import org.apache.kafka.common.errors.SerializationException;

/**
 * What a record holds, until its publisher gives it up. Between the publisher and the producer are queues that cannot
 * be emptied, and a record in them goes out when the broker is back, however long ago its publisher was told that it
 * would not.
 */
final class OutgoingValue {

    private final byte[] bytes;
    private volatile boolean abandoned;

    OutgoingValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Nobody counts on this record any more: if it has not reached the producer, it never will. */
    void abandon() {
        abandoned = true;
    }

    /** @throws SerializationException if the record was abandoned: the one failure that is never tried again */
    byte[] bytes() {
        if (abandoned) {
            throw new SerializationException("Abandoned by its publisher");
        }
        return bytes;
    }
}
