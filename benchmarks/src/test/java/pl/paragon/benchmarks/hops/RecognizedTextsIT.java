package pl.paragon.benchmarks.hops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Topic;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The times of texts, from a real Kafka. */
class RecognizedTextsIT {

    private static final Instant ONE = Instant.ofEpochMilli(1_795_000_000_123L);

    @TempDir
    private Path folder;

    @Test
    void shouldFindTheTextsOfAllLanesAndPartitionsAndTheFirstOfAJob() throws Exception {
        // given
        List<Topic> lanes = Topic.holding(ReceiptTextRecognized.class);
        try (TestServer kafka = TestServers.KAFKA.start(folder.resolve("kafka"));
                RecognizedTexts texts = new RecognizedTexts(kafka.uri())) {
            create(kafka, lanes);
            publish(kafka, lanes.getFirst(), 0, "a", ONE);
            publish(kafka, lanes.getFirst(), 1, "b", ONE.plusMillis(1));
            publish(kafka, lanes.getLast(), 0, "c", ONE.plusMillis(2));
            publish(kafka, lanes.getFirst(), 0, "a", ONE.plusMillis(3));

            // when, then
            assertThat(texts.published()).isEqualTo(Map.of("a", ONE, "b", ONE.plusMillis(1), "c", ONE.plusMillis(2)));
            assertThat(lanes).hasSizeGreaterThan(1);
        }
    }

    private static void create(TestServer kafka, List<Topic> topics) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.uri()))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic.id(), 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static void publish(TestServer kafka, Topic topic, int partition, String job, Instant at) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.uri()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.id(), partition, at.toEpochMilli(), job, new byte[] {1}));
        }
    }
}
