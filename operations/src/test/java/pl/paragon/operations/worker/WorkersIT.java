package pl.paragon.operations.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.event.WorkerHeartbeat.Condition;
import pl.paragon.contracts.event.WorkerProcess;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.json.Json;
import pl.paragon.operations.installation.FixedInstallation;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** The command against a real Kafka; its clock stands still. */
class WorkersIT {

    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");
    private static final JobId JOB = JobId.random();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestServer kafka;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void start() {
        kafka = TestServers.KAFKA.start(directory.resolve("kafka"));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.uri()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
        kafka.close();
    }

    @Test
    void shouldShowWhoIsAliveAndWhatTheyDo() throws Exception {
        // given a broker that has never seen a worker
        assertThat(run()).isZero();
        assertThat(out.toString()).isEqualTo("No worker is alive: receipts wait for one.\n");

        // given
        Topics.create(kafka.uri());
        beat("silent-one", Stage.OCR, Condition.WORKING, 0, null, NOW.minusSeconds(60));
        beat("latest-one", Stage.PERSISTENCE, Condition.WORKING, 0, null, NOW.minusSeconds(5));
        beat("departed", Stage.OCR, Condition.WORKING, 1, null, NOW.minusSeconds(4));
        send("nobody", "{}".getBytes(StandardCharsets.UTF_8), NOW.minusSeconds(3));
        beat("latest-one", Stage.PERSISTENCE, Condition.WAITING, 1, process(), NOW.minusSeconds(2));
        beat("departed", Stage.OCR, Condition.LEAVING, 0, null, NOW.minusSeconds(1));
        beat("of-an-earlier-version", Stage.ANALYSIS, Condition.WORKING, 0, null, NOW);

        // when
        out.getBuffer().setLength(0);
        assertThat(run()).isZero();

        // then
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).matches("analysis +of-an-ea +– +– +– +working +0/2 +– +– +– +–");
        assertThat(lines.get(2))
                .matches("persistence +latest-o +pod-3 +17 +2026-03-14T11:00:00Z +waiting: DATABASE_UNAVAILABLE"
                        + " +1/2 +412 +3 +256 MiB +1\\.0\\.0");
        assertThat(lines.get(5)).matches(JOB + " +persistence +latest-o +2026-03-14T11:59:50Z");

        // when
        out.getBuffer().setLength(0);
        assertThat(run("--json")).isZero();

        // then
        List<JsonNode> told = out.toString()
                .lines()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .toList();
        assertThat(told)
                .extracting(node -> node.path("worker_id").asText())
                .containsExactly("of-an-earlier-version", "latest-one");
        assertThat(told.getLast().at("/process/jobs/0/job_id").asText()).isEqualTo(JOB.toString());
    }

    @Test
    void shouldSayThatNoKafkaAnswers() {
        assertThat(run(Optional.empty())).isEqualTo(2);
        assertThat(run(Optional.of("no address"))).isEqualTo(2);
        assertThat(err.toString()).contains("no address is no address of Kafka");
    }

    private static WorkerProcess process() {
        return new WorkerProcess(
                NOW.minusSeconds(3600),
                "pod-3",
                17,
                "1.0.0",
                List.of(new WorkerProcess.WorkingOn(JOB, NOW.minusSeconds(10))),
                412,
                3,
                256L << 20);
    }

    private void beat(
            String worker, Stage stage, Condition condition, int activeJobs, WorkerProcess process, Instant at)
            throws Exception {
        ErrorCode reason = condition == Condition.WAITING ? ErrorCode.DATABASE_UNAVAILABLE : null;
        send(
                worker,
                Json.write(new WorkerHeartbeat(worker, stage, at, activeJobs, 2, condition, reason, null, process)),
                at);
    }

    private void send(String key, byte[] value, Instant at) throws Exception {
        producer.send(new ProducerRecord<>(Topic.WORKER_HEARTBEAT.id(), null, at.toEpochMilli(), key, value))
                .get();
    }

    private int run(String... arguments) {
        return run(Optional.of(kafka.uri()), arguments);
    }

    private int run(Optional<String> address, String... arguments) {
        return new CommandLine(new WorkersCommand(new FixedInstallation(address), Clock.fixed(NOW, ZoneOffset.UTC)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
