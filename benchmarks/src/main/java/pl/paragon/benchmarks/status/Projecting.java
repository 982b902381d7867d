package pl.paragon.benchmarks.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import pl.paragon.benchmarks.stack.ServiceProcess;
import pl.paragon.contracts.event.Event;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.json.Json;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.service.ServiceInstance;
import pl.paragon.running.stack.Checkout;
import pl.paragon.servers.Directories;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.RedisServer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** A Kafka, a Redis and the built gateway between them, without any worker: events in, facts out. */
public final class Projecting implements AutoCloseable {

    private static final String GROUP = "api-status-projector";
    private static final Duration TOPICS = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Ports ports = Ports.free();
    private final Path directory;
    private final KafkaServer kafka;
    private final RedisServer redis;
    private ServiceInstance gateway;

    /** @param directory for their data; emptied before and afterwards */
    public Projecting(Path directory) throws IOException {
        Directories.delete(directory);
        this.directory = Files.createDirectories(directory);
        this.kafka = KafkaServer.launch(directory.resolve("kafka"), ports.kafka(), ports.kafkaController(), line -> {});
        this.redis = RedisServer.launch(Files.createDirectories(directory.resolve("redis")), ports.redis(), line -> {});
    }

    /** Starts what is left to start, and waits until all of it is ready. */
    public void start() {
        kafka.awaitReady();
        redis.awaitReady();
        Path application = Service.API.application(Checkout.ofThisProgram().directory());
        Map<String, String> environment = Service.API.environment(ports.api(), ports, directory.resolve("files"));
        createTopics(application, environment);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(Service.API.jvmOptions());
        command.addAll(Service.API.main(Checkout.ofThisProgram().directory()));
        gateway =
                ServiceInstance.launch(Service.API.module(), ports.api(), directory, command, environment, line -> {});
        gateway.awaitReady();
    }

    /** The process of the gateway. */
    public ServiceProcess gateway() {
        return new ServiceProcess(Service.API.module(), gateway.process().pid());
    }

    /** Where the gateway listens. */
    public int port() {
        return ports.api();
    }

    RedisMemory memory() throws IOException {
        return RedisMemory.of(ports.redis());
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static ProducerRecord<String, byte[]> record(Event event) {
        return new ProducerRecord<>(Topic.of(event).id(), event.key(), Json.write(event));
    }

    /** Returns when the gateway has committed every record that is in Kafka now. */
    void awaitProjection() throws InterruptedException {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) kafka.bootstrapServers()))) {
            while (behind(admin)) {
                Thread.sleep(POLL);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far the projection is", e.getCause());
        }
    }

    private static boolean behind(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends = admin.listOffsets(
                        admin.describeTopics(projected()).allTopicNames().get().values().stream()
                                .flatMap(topic -> topic.partitions().stream()
                                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get();
        return ends.entrySet().stream().anyMatch(end -> {
            OffsetAndMetadata reached = committed.get(end.getKey());
            return end.getValue().offset() > (reached == null ? 0 : reached.offset());
        });
    }

    private static List<String> projected() {
        return List.of(
                Topic.RECEIPT_SUBMITTED.id(),
                Topic.STEP_STARTED.id(),
                Topic.RETRY_SCHEDULED.id(),
                Topic.RECEIPT_ANALYZED.id(),
                Topic.CANCEL_REQUESTED.id(),
                Topic.JOB_ENDED.id());
    }

    /** As the compose file does it. */
    private void createTopics(Path application, Map<String, String> environment) {
        List<String> command = List.of(
                java(), "-cp", application.resolve("lib/main") + "/*", "pl.paragon.runtime.topics.CreateTopics");
        ChildProcess.start(ChildCommand.of("topics", directory, command).with(environment), line -> {})
                .awaitSuccess(TOPICS);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.stop();
        }
        kafka.close();
        redis.close();
        Directories.delete(directory);
    }
}
