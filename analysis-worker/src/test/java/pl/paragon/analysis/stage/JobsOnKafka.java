package pl.paragon.analysis.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.ReceiptFileStore;

/** The world around the worker in a test: it tells of recognised texts and looks for what follows. */
record JobsOnKafka(String bootstrapServers, ReceiptFileStore store) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void tell(JobId job, RecognizedText text) throws IOException {
        FileReference stored =
                store.put(job, "text.json", "application/json", new ByteArrayInputStream(Json.write(text)));
        FileReference upload = store.put(job, "upload", "image/png", new ByteArrayInputStream(new byte[] {1}));
        Instant now = Instant.now();
        Submission submission = new Submission("paragon.png", upload, null, Submission.ANONYMOUS, now);
        send(job, Json.write(new ReceiptTextRecognized(job, now, submission, now, stored)));
    }

    void send(JobId job, byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.RECEIPT_TEXT_RECOGNIZED.id(), job.toString(), value));
        }
    }

    /** The result of a job. */
    ReceiptAnalyzed analyzed(JobId job) {
        return Json.readEvent(
                Topic.RECEIPT_ANALYZED,
                ReceiptAnalyzed.class,
                await(job, Topic.RECEIPT_ANALYZED.id()).value());
    }

    /** The first record of a job on a topic. */
    ConsumerRecord<String, byte[]> await(JobId job, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant end = Instant.now().plus(PATIENCE);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (job.toString().equals(record.key())) {
                        return record;
                    }
                }
            }
            throw new AssertionError("nothing of " + job + " on " + topic);
        }
    }
}
