package pl.paragon.analysis.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.StageFailed;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.ReceiptFileStore;

@QuarkusTest
@WithTestResource(RealBroker.class)
class AnalysisIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ReceiptFileStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final JobId job = JobId.random();

    @Test
    void shouldTurnATextIntoAReceipt() throws IOException {
        // when
        tell(ReceiptFixtures.fiscal());

        // then
        ReceiptAnalyzed analyzed = Json.readEvent(
                Topic.RECEIPT_ANALYZED,
                ReceiptAnalyzed.class,
                awaitRecord(Topic.RECEIPT_ANALYZED.id()).value());
        assertThat(analyzed.analysis().totalAmount()).isEqualTo(Money.of("31.89"));
        assertThat(analyzed.analysis().verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(awaitRecord(Topic.STEP_STARTED.id()).key()).isEqualTo(job.toString());
    }

    @Test
    void shouldGiveUpAtOnceWhatIsNoReceipt() throws IOException {
        // when
        tell(PrintedText.of("Uwaga na schodach", "Zakaz wprowadzania psów", "Pilot do telewizora"));

        // then
        StageFailed failed = Json.readEvent(
                Topic.STAGE_FAILED,
                StageFailed.class,
                awaitRecord(Topic.STAGE_FAILED.id()).value());
        assertThat(failed.stage()).isEqualTo(Stage.ANALYSIS);
        assertThat(failed.error().code()).isEqualTo(ErrorCode.NOT_A_RECEIPT);
        assertThat(failed.attempts()).isEqualTo(1);
    }

    @Test
    void shouldBuryARecordThatCannotBeDecodedAndGoOn() throws IOException {
        // when
        send("{\"kind\":".getBytes(StandardCharsets.UTF_8));
        tell(ReceiptFixtures.lidlPlus());

        // then
        assertThat(awaitRecord(Topic.RECEIPT_TEXT_RECOGNIZED.deadLetterId()).value())
                .isEqualTo("{\"kind\":".getBytes(StandardCharsets.UTF_8));
        assertThat(awaitRecord(Topic.RECEIPT_ANALYZED.id()).key()).isEqualTo(job.toString());
    }

    private void tell(RecognizedText text) throws IOException {
        FileReference stored =
                store.put(job, "text.json", "application/json", new ByteArrayInputStream(Json.write(text)));
        FileReference upload = store.put(job, "upload", "image/png", new ByteArrayInputStream(new byte[] {1}));
        Instant now = Instant.now();
        Submission submission = new Submission("paragon.png", upload, null, Submission.ANONYMOUS, now);
        send(Json.write(new ReceiptTextRecognized(job, now, submission, now, stored)));
    }

    private void send(byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.RECEIPT_TEXT_RECOGNIZED.id(), job.toString(), value));
        }
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
