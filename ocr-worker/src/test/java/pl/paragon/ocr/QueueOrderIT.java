package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.event.Topic;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** What waits in the partitions of a lane is read in turn. */
class QueueOrderIT {

    private static final String CHANNEL = "mp.messaging.incoming.receipts.";
    private static final int EACH = 5;

    @TempDir
    Path folder;

    @Test
    void shouldReadOneOfEachPartitionInTurn() throws IOException {
        try (TestServer kafka = TestServers.KAFKA.start(folder)) {
            // given
            Topics.create(kafka.uri());
            int partitions = Topic.RECEIPT_SUBMITTED.partitions();
            fill(kafka, partitions);

            // when
            List<Integer> read = read(kafka, partitions * EACH);

            // then: none gets ahead of the others by more than one record
            for (int round = 1; round <= EACH; round++) {
                List<Integer> soFar = read.subList(0, round * partitions);
                for (int partition = 0; partition < partitions; partition++) {
                    assertThat(Collections.frequency(soFar, partition))
                            .as("records of partition %d among the first %d of %s", partition, soFar.size(), read)
                            .isBetween(round - 1, round + 1);
                }
            }
        }
    }

    /** One partition after the other, so that a consumer finds all records of all of them. */
    private static void fill(TestServer kafka, int partitions) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.uri(), "linger.ms", "0");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < partitions * EACH; i++) {
                producer.send(new ProducerRecord<>(Topic.RECEIPT_SUBMITTED.id(), i / EACH, "key", "value " + i));
                producer.flush();
            }
        }
    }

    /** @return the partition of each record */
    private static List<Integer> read(TestServer kafka, int count) throws IOException {
        List<Integer> partitions = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(channel(kafka))) {
            consumer.subscribe(List.of(Topic.RECEIPT_SUBMITTED.id()));
            Instant end = Instant.now().plus(Duration.ofMinutes(5));
            while (partitions.size() < count && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    partitions.add(record.partition());
                }
            }
        }
        return partitions;
    }

    /** What the consumer of the service is given. */
    private static Properties channel(TestServer kafka) throws IOException {
        Properties service = new Properties();
        // From the module's folder: the tests have a file of the same name.
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            service.load(in);
        }
        Properties channel = new Properties();
        service.stringPropertyNames().stream()
                .filter(name -> name.startsWith(CHANNEL))
                .forEach(name -> channel.setProperty(name.substring(CHANNEL.length()), service.getProperty(name)));
        channel.setProperty("bootstrap.servers", kafka.uri());
        return channel;
    }
}
