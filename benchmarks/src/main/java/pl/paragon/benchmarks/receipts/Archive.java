package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pl.paragon.running.service.Ports;
import pl.paragon.running.service.Service;
import pl.paragon.running.service.ServiceInstance;
import pl.paragon.running.stack.Checkout;
import pl.paragon.servers.Directories;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.PostgresServer;
import pl.paragon.servers.process.ChildCommand;
import pl.paragon.servers.process.ChildProcess;

/** A PostgreSQL and the built persistence-worker that owns it, with the Kafka that the worker wants. */
final class Archive implements AutoCloseable {

    private static final int LAST_LINES = 20;
    private static final Duration TOPICS = Duration.ofMinutes(3);

    /** What PostgreSQL takes unless told otherwise, as in the compose file. */
    private static final Map<String, String> SETTINGS = Map.of("shared_buffers", "128MB");

    private final Ports ports = Ports.free();
    private final Path directory;
    private final boolean kept;
    private final DatabaseLog log = new DatabaseLog();
    private final DatabaseLog said = new DatabaseLog();
    private final KafkaServer kafka;
    private final PostgresServer postgres;
    private ServiceInstance worker;

    /**
     * @param directory for their data; emptied before and afterwards
     * @param kept it is not: the database is continued and left for the next time
     */
    Archive(Path directory, boolean kept) throws IOException {
        this.kept = kept;
        if (!kept) {
            Directories.delete(directory);
        }
        this.directory = Files.createDirectories(directory);
        Directories.delete(directory.resolve("kafka"));
        this.kafka = KafkaServer.launch(directory.resolve("kafka"), ports.kafka(), ports.kafkaController(), line -> {});
        this.postgres = PostgresServer.launch(directory.resolve("postgres"), ports.postgres(), SETTINGS, log::add);
    }

    /** Starts what is left to start, which makes the schema, and waits until all of it is ready. */
    void start() throws SQLException {
        kafka.awaitReady();
        postgres.awaitReady();
        try (Connection database = connection();
                Statement sql = database.createStatement()) {
            // It explains nothing until it is told to.
            sql.execute("alter database paragon set session_preload_libraries = 'auto_explain'");
        }
        Path checkout = Checkout.ofThisProgram().directory();
        Map<String, String> environment =
                Service.PERSISTENCE.environment(ports.persistence(), ports, directory.resolve("files"));
        // As the compose file does it.
        List<String> topics = List.of(
                java(),
                "-cp",
                Service.PERSISTENCE.application(checkout).resolve("lib/main") + "/*",
                "pl.paragon.runtime.topics.CreateTopics");
        ChildProcess.start(ChildCommand.of("topics", directory, topics).with(environment), line -> {})
                .awaitSuccess(TOPICS);
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(Service.PERSISTENCE.jvmOptions());
        command.addAll(Service.PERSISTENCE.main(checkout));
        worker = ServiceInstance.launch(
                Service.PERSISTENCE.module(), ports.persistence(), directory, command, environment, said::add);
        worker.awaitReady();
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    DatabaseLog log() {
        return log;
    }

    /** The last lines that the worker printed. */
    List<String> said() {
        List<String> lines = said.lines();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    URI worker() {
        return worker.url();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.stop();
        }
        kafka.close();
        postgres.close();
        if (!kept) {
            Directories.delete(directory);
        }
    }
}
