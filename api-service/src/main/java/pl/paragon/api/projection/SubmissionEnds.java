package pl.paragon.api.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Topic;

/** Asks the broker, by a client of its own that is made when it is first needed. Thread-safe. */
final class SubmissionEnds implements PublishedSubmissions.Ends {

    private static final List<String> TOPICS =
            Topic.holding(ReceiptSubmitted.class).stream().map(Topic::id).toList();

    private static final Logger LOG = Logger.getLogger(SubmissionEnds.class);
    /** Whoever asks for an unknown job waits for it. */
    private static final int ANSWER_MILLIS = 2_000;

    private final Map<String, Object> properties;
    private Admin admin;

    SubmissionEnds(Map<String, Object> kafka) {
        this.properties = new HashMap<>(kafka);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    }

    @Override
    public Optional<Map<String, Long>> now() {
        try {
            Admin client = client();
            Map<TopicPartition, OffsetSpec> partitions =
                    client.describeTopics(TOPICS).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream()
                                    .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            Map<String, Long> ends = new HashMap<>();
            client.listOffsets(partitions)
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(Projection.name(partition), end.offset()));
            return Optional.of(ends);
        } catch (ExecutionException | KafkaException e) {
            LOG.debugf("The ends of %s are unavailable: %s", TOPICS, e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Admin client() {
        if (admin == null) {
            admin = Admin.create(properties);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
