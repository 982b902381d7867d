package pl.paragon.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;

/** A specification of the gateway with a real Kafka and a real Redis; the workers are played. */
abstract class AgainstAGateway {

    RealServers servers;
    Broker broker;

    @BeforeEach
    final void connect() {
        broker = new Broker(servers.bootstrapServers());
        Polls.untilReady();
    }

    @AfterEach
    final void disconnect() {
        broker.close();
    }

    final <E extends JobEvent> List<E> facts(Topic topic, Class<E> type, JobId job) {
        return broker.records(topic.id()).stream()
                .map(record -> Json.readEvent(topic, type, record.value()))
                .filter(event -> event.jobId().equals(job))
                .toList();
    }

    final long storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(servers.files())) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
