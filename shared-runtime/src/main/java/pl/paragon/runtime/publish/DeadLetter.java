package pl.paragon.runtime.publish;

import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pl.paragon.contracts.event.Topic;

/**
 * A record that cannot be processed, kept for people to look at.
 *
 * @param topic it was consumed from; it goes to that topic's dead letter topic
 * @param partition of that topic
 * @param offset in that partition
 * @param key {@code null} if it has none
 * @param value as it was consumed; {@code null} if it has none
 * @param reason what is wrong with it
 */
public record DeadLetter(Topic topic, int partition, long offset, String key, byte[] value, String reason) {

    /** What stands beside the value in the dead letter topic. */
    public enum Header {
        REASON("dead-letter-reason"),
        TOPIC("dead-letter-topic"),
        PARTITION("dead-letter-partition"),
        OFFSET("dead-letter-offset"),

        /** There only if the value is not: with its headers it would be larger than the broker allows. */
        VALUE("dead-letter-value");

        private final String id;

        Header(String id) {
            this.id = id;
        }

        /** The header's name in the broker. */
        public String id() {
            return id;
        }
    }

    public static DeadLetter of(Topic topic, ConsumerRecord<String, byte[]> record, String reason) {
        return new DeadLetter(topic, record.partition(), record.offset(), record.key(), record.value(), reason);
    }

    Map<Header, String> headers() {
        Map<Header, String> headers = new EnumMap<>(Header.class);
        headers.put(Header.REASON, reason);
        headers.put(Header.TOPIC, topic.id());
        headers.put(Header.PARTITION, String.valueOf(partition));
        headers.put(Header.OFFSET, String.valueOf(offset));
        return headers;
    }

    @Override
    public String toString() {
        return "record of " + topic.id() + ", partition " + partition + ", offset " + offset + " (" + reason + ")";
    }
}
