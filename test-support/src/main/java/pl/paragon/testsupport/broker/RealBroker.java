package pl.paragon.testsupport.broker;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.servers.KafkaServer;

/** A real broker with the topics of the house, empty, and a folder for files. Use with {@code @WithTestResource}. */
public final class RealBroker implements QuarkusTestResourceLifecycleManager {

    private final Path directory =
            Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
    private KafkaServer kafka;

    @Override
    public Map<String, String> start() {
        kafka = KafkaServer.start(directory.resolve("kafka"));
        Topics.create(kafka.bootstrapServers());
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "paragon.files.directory", directory.resolve("files").toString());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
