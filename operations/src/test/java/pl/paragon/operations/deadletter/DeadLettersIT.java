package pl.paragon.operations.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.broker.KafkaClient;
import pl.paragon.operations.installation.FixedInstallation;
import pl.paragon.runtime.publish.DeadLetter;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.servers.FreePorts;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The command against a real Kafka; each test has a job of its own. */
class DeadLettersIT {

    private static final Topic TOPIC = Topic.RECEIPT_SUBMITTED;
    private static final byte[] POISON = "{\"no\": \"submission\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path directory;

    private static TestServer kafka;
    private static KafkaProducer<String, byte[]> producer;

    private final String job = JobId.random().toString();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        kafka = TestServers.KAFKA.start(directory.resolve("kafka"));
        Topics.create(kafka.uri());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.uri()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void shouldListAndShowALetterWithWhereItCameFromAndWhy() throws Exception {
        // given
        LetterId id = poison();
        deadLetter(id, POISON, "receipt-submitted: job_id is missing");
        deadLetter(id, POISON, "receipt-submitted: job_id is missing");

        // when
        JsonNode shown = json("show", id.toString(), "--json");
        assertThat(run("list", "--topic", TOPIC.id())).isZero();
        assertThat(run("show", id.toString())).isZero();

        // then
        assertThat(out.toString())
                .contains(id.toString(), job, "waiting", "job_id is missing", "dead-letter-partition")
                .contains("\"no\" : \"submission\"");
        assertThat(shown.path("topic").asText()).isEqualTo(TOPIC.id());
        assertThat(shown.path("job_id").asText()).isEqualTo(job);
        assertThat(shown.path("copies").asInt()).isEqualTo(2);
        assertThat(shown.path("payload").path("no").asText()).isEqualTo("submission");
    }

    @Test
    void shouldReplayALetterOnceAndSayThatItWas() throws Exception {
        // given
        LetterId id = poison();
        deadLetter(id, POISON, "first consumer");
        deadLetter(id, POISON, "second consumer");

        // when
        assertThat(run("replay", id.toString())).isZero();
        assertThat(run("replay", id.toString())).isEqualTo(1);

        // then
        assertThat(out.toString()).contains("replayed, now receipt-submitted/" + id.partition(), "--again");
        assertThat(records()).hasSize(2).last().satisfies(record -> {
            assertThat(record.value()).isEqualTo(POISON);
            assertThat(record.headers().lastHeader("dead-letter-replay").value())
                    .asString()
                    .isEqualTo(id.toString());
        });
        assertThat(json("show", id.toString(), "--json").path("state").asText()).isEqualTo("replayed");

        // when
        assertThat(run("replay", id.toString(), "--again")).isZero();

        // then
        assertThat(records()).hasSize(3);
    }

    @Test
    void shouldReplayALetterOnceThoughSeveralWantToAtTheSameTime() throws Exception {
        // given
        List<LetterId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            LetterId id = poison();
            deadLetter(id, POISON, "poison");
            ids.add(id);
        }

        // when
        List<Callable<Long>> operators = IntStream.range(0, 4)
                .<Callable<Long>>mapToObj(i -> () -> {
                    try (DeadLetterTopics topics = new DeadLetterTopics(new KafkaClient(kafka.uri(), Map.of()))) {
                        return topics.replay(ids, false).values().stream()
                                .filter(Replay.Done.class::isInstance)
                                .count();
                    }
                })
                .toList();
        long done = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(operators.size())) {
            for (Future<Long> one : threads.invokeAll(operators)) {
                done += one.get();
            }
        }

        // then
        assertThat(done).isEqualTo(ids.size());
        assertThat(records()).hasSize(2 * ids.size());
    }

    @Test
    void shouldReplayAllThatWaitAndNothingElse() throws Exception {
        // given
        LetterId waiting = poison();
        deadLetter(waiting, POISON, "poison");
        LetterId begun = poison();
        deadLetter(begun, POISON, "poison");
        producer.send(new Mark(begun, Mark.Kind.CLAIMED, "broke off").record(job))
                .get();

        // when
        assertThat(run("replay", "--all", "--topic", TOPIC.id())).isZero();
        assertThat(run("replay", begun.toString())).isEqualTo(1);

        // then
        assertThat(out.toString())
                .contains(waiting + ": replayed", begun + ": not replayed, since a replay began at")
                .doesNotContain(begun + ": replayed");
        assertThat(records()).hasSize(3);
    }

    @Test
    void shouldTakeAValueThatWasTooLargeToBeKeptFromItsTopic() throws Exception {
        // given
        LetterId id = poison();
        deadLetter(id, new byte[0], "too large", DeadLetter.Header.VALUE.id(), "omitted: too large");

        // when
        assertThat(run("show", id.toString())).isZero();
        assertThat(run("replay", id.toString())).isZero();

        // then
        assertThat(out.toString()).contains("submission");
        assertThat(records())
                .hasSize(2)
                .last()
                .extracting(ConsumerRecord::value)
                .isEqualTo(POISON);
    }

    @Test
    void shouldSayIfThereIsNoSuchLetterOrItsRecordIsGone() throws Exception {
        // given
        LetterId gone = new LetterId(TOPIC, 11, 999_999);
        deadLetter(gone, new byte[0], "too large", DeadLetter.Header.VALUE.id(), "omitted: too large");

        // when, then
        assertThat(run("show", "receipt-submitted/0/888888")).isEqualTo(1);
        assertThat(run("replay", "receipt-submitted/0/888888")).isEqualTo(1);
        assertThat(run("replay", gone.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no dead letter receipt-submitted/0/888888");
        assertThat(out.toString()).contains("there is no such dead letter", "its topic does not have it any more");
    }

    @Test
    void shouldSayThatNothingRunsOrAnswers() {
        assertThat(commandLine(Optional.empty()).execute("list")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("Start it.\n");
        String nobody = "127.0.0.1:" + FreePorts.one();
        assertThat(run("list", "--kafka", nobody)).isEqualTo(2);
        assertThat(run("list", "--kafka", "nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("No Kafka answers at " + nobody, "nonsense is no address of Kafka");
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("replay")).isEqualTo(2);
        assertThat(run("replay", "--all", "receipt-submitted/0/1")).isEqualTo(2);
        assertThat(run("replay", "1")).isEqualTo(2);
        assertThat(run("list", "--topic", "worker-heartbeat")).isEqualTo(2);
        assertThat(err.toString()).contains("Name the dead letters", "an id is one that list shows", "there are: ");
    }

    private LetterId poison() throws Exception {
        RecordMetadata sent =
                producer.send(new ProducerRecord<>(TOPIC.id(), job, POISON)).get();
        return new LetterId(TOPIC, sent.partition(), sent.offset());
    }

    private void deadLetter(LetterId id, byte[] value, String reason, String... more) throws Exception {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(id.topic().deadLetterId(), job, value);
        Mark.add(letter.headers(), DeadLetter.Header.REASON.id(), reason);
        Mark.add(letter.headers(), DeadLetter.Header.TOPIC.id(), id.topic().id());
        Mark.add(letter.headers(), DeadLetter.Header.PARTITION.id(), Integer.toString(id.partition()));
        Mark.add(letter.headers(), DeadLetter.Header.OFFSET.id(), Long.toString(id.offset()));
        if (more.length > 0) {
            Mark.add(letter.headers(), more[0], more[1]);
        }
        producer.send(letter).get();
    }

    /** Of this test's job, in the topic that the letters came from. */
    private List<ConsumerRecord<String, byte[]>> records() {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.uri()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC.id()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records.stream().filter(record -> job.equals(record.key())).toList();
    }

    private JsonNode json(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).isZero();
        return Json.read(out.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private int run(String... arguments) {
        return commandLine(Optional.of(kafka.uri())).execute(arguments);
    }

    private CommandLine commandLine(Optional<String> address) {
        return new CommandLine(new DeadLettersCommand(new FixedInstallation(address)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
