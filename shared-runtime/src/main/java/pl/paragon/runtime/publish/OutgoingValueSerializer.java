package pl.paragon.runtime.publish;

import org.apache.kafka.common.serialization.Serializer;

/** Lets a record pass into the producer; it is asked once the topic's partitions are known, so at the last moment. */
public final class OutgoingValueSerializer implements Serializer<OutgoingValue> {

    @Override
    public byte[] serialize(String topic, OutgoingValue value) {
        return value.bytes();
    }
}
