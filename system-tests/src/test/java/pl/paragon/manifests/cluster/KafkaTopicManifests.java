package pl.paragon.manifests.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.paragon.contracts.event.Topic;

/** Strimzi's manifests of the topics, made from the enum. Run {@link #main} after a change to it. */
final class KafkaTopicManifests {

    static final String FILE = "k8s/overlays/production/kafka-topics.yaml";

    private KafkaTopicManifests() {}

    /** @param arguments the checkout */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0], FILE), text());
    }

    static String text() {
        return "# Made from the enum Topic by KafkaTopicManifests; a test holds it against it.\n"
                + Arrays.stream(Topic.values())
                        .flatMap(KafkaTopicManifests::withDeadLetters)
                        .collect(Collectors.joining("---\n"));
    }

    private static Stream<String> withDeadLetters(Topic topic) {
        String facts = manifest(topic.id(), topic.partitions(), topic.retention());
        return topic.deadLettered()
                ? Stream.of(facts, manifest(topic.deadLetterId(), 1, topic.retention()))
                : Stream.of(facts);
    }

    private static String manifest(String id, int partitions, Duration retention) {
        return """
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaTopic
            metadata:
              name: %s
              labels: {strimzi.io/cluster: paragon}
            spec:
              partitions: %d
              replicas: 3
              config: {retention.ms: %d, min.insync.replicas: 2}
            """.formatted(id, partitions, retention.toMillis());
    }
}
