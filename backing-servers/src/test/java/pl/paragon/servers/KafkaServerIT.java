package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

    private static final String TOPIC = "job-ended";

    @TempDir
    Path directory;

    @Test
    void shouldKeepItsRecordsOverARestartAndAKill() throws Exception {
        // given
        try (KafkaServer first = KafkaServer.start(directory)) {
            createTopic(first);
            send(first, "before the restart");
        }
        KafkaServer second = KafkaServer.start(directory);
        send(second, "before the kill");
        second.process().kill();

        // when
        try (KafkaServer third = KafkaServer.start(directory)) {

            // then
            assertThat(readAll(third)).containsExactly("before the restart", "before the kill");
        }
    }

    @Test
    void shouldNotCreateATopicOnFirstUse() throws Exception {
        // given
        try (KafkaServer server = KafkaServer.start(directory);
                var consumer =
                        new KafkaConsumer<>(settings(server), new StringDeserializer(), new StringDeserializer());
                Admin admin = Admin.create(settings(server))) {

            // when
            consumer.partitionsFor("a-misspelt-topic");

            // then
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private static Map<String, Object> settings(KafkaServer server) {
        return Map.of("bootstrap.servers", server.bootstrapServers());
    }

    private static void createTopic(KafkaServer server) throws Exception {
        try (Admin admin = Admin.create(settings(server))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static void send(KafkaServer server, String value) throws Exception {
        try (var producer = new KafkaProducer<>(settings(server), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "job", value)).get();
        }
    }

    private static List<String> readAll(KafkaServer server) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(settings(server), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> polled : consumer.poll(Duration.ofMillis(200))) {
                    values.add(polled.value());
                }
            }
            return values;
        }
    }
}
