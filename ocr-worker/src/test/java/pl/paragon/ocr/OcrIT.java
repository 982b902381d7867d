package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.testsupport.DrawnReceipts;

@QuarkusTest
@WithTestResource(RealBroker.class)
class OcrIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TempDir
    Path folder;

    private final JobId job = JobId.random();

    @Test
    void shouldTurnAPictureIntoAText() throws IOException {
        // when
        submit(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("receipt.jpg")), "image/jpeg");

        // then
        ReceiptTextRecognized recognized = await(Topic.RECEIPT_TEXT_RECOGNIZED, ReceiptTextRecognized.class);
        RecognizedText text;
        try (InputStream content = store.open(recognized.text())) {
            text = Json.read(content, RecognizedText.class);
        }
        assertThat(text.engine()).isEqualTo("two-readers");
        assertThat(text.pages().getFirst().lines().stream().map(TextLine::text).collect(Collectors.joining(" ")))
                .contains("26,77");
        assertThat(awaitRecord(Topic.STEP_STARTED.id()).key()).isEqualTo(job.toString());
    }

    @Test
    void shouldGiveUpAtOnceAPdfThatNobodyCanOpen() throws IOException {
        // when
        submit(DrawnReceipts.writeEncryptedPdf(folder.resolve("locked.pdf")), "application/pdf");

        // then
        StageFailed failed = await(Topic.STAGE_FAILED, StageFailed.class);
        assertThat(failed.stage()).isEqualTo(Stage.OCR);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.PDF_ENCRYPTED);
        assertThat(failed.attempts()).isEqualTo(1);
    }

    private void submit(Path file, String mediaType) throws IOException {
        FileReference upload;
        try (InputStream content = Files.newInputStream(file)) {
            upload = store.put(job, "upload", mediaType, content);
        }
        Instant now = Instant.now();
        Submission submission = new Submission(file.getFileName().toString(), upload, null, Submission.ANONYMOUS, now);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    Topic.RECEIPT_SUBMITTED.id(),
                    job.toString(),
                    Json.write(new ReceiptSubmitted(job, now, submission))));
        }
    }

    private <E extends Event> E await(Topic topic, Class<E> type) {
        return Json.readEvent(topic, type, awaitRecord(topic.id()).value());
    }

    /** The first record of this test's job on a topic. */
    private ConsumerRecord<String, byte[]> awaitRecord(String topic) {
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
