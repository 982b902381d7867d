package pl.paragon.benchmarks.scaling;

import java.util.Locale;
import java.util.Map;

/** How the workers of a group agree who has which partition. */
enum GroupProtocol {
    /** The classic protocol with Kafka's default assignor: whenever one joins or leaves, all hand back everything. */
    EAGER(Map.of(
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_PARTITION_ASSIGNMENT_STRATEGY",
            "org.apache.kafka.clients.consumer.RangeAssignor")),
    /** The classic protocol with the assignor that Paragon's workers have: only what moves is handed back. */
    COOPERATIVE(Map.of(
            "MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_PARTITION_ASSIGNMENT_STRATEGY",
            "org.apache.kafka.clients.consumer.CooperativeStickyAssignor")),
    /** KIP-848: the broker assigns. */
    CONSUMER(Map.of("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GROUP_PROTOCOL", "consumer"));

    private final Map<String, String> settings;

    GroupProtocol(Map<String, String> settings) {
        this.settings = settings;
    }

    /** Environment variables of the workers. */
    Map<String, String> settings() {
        return settings;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
