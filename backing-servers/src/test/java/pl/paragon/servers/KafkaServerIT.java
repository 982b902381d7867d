package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.Topic;

class KafkaServerIT {

    private static final String TOPIC = Topic.JOB_ENDED.id();

    @TempDir
    Path directory;

    @Test
    void shouldKeepItsRecordsOverARestartAndAKill() throws Exception {
        // given
        try (KafkaServer first = KafkaServer.start(directory)) {
            Topics.create(first.bootstrapServers());
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
    void shouldHaveTheTopicsOfTheHouseAndMakeNoOtherByThemselves() throws Exception {
        // given
        try (KafkaServer server = KafkaServer.start(directory)) {

            // when
            var made = Topics.create(server.bootstrapServers());
            var madeAgain = Topics.create(server.bootstrapServers());

            // then
            assertThat(made).contains("receipt-submitted", "receipt-submitted-dead-letter", "worker-heartbeat");
            assertThat(madeAgain).isEmpty();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
                var submitted = admin.describeTopics(List.of("receipt-submitted"))
                        .allTopicNames()
                        .get()
                        .get("receipt-submitted");
                assertThat(submitted.partitions()).hasSize(Topic.RECEIPT_SUBMITTED.partitions());
            }
        }
    }

    private static void send(KafkaServer server, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "job", value)).get();
        }
    }

    private static List<String> readAll(KafkaServer server) {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers());
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
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
