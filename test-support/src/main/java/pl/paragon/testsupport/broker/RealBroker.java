package pl.paragon.testsupport.broker;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import pl.paragon.runtime.topics.Topics;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/** A real broker with the topics of the house, empty, and a folder for files. Use with {@code @WithTestResource}. */
public final class RealBroker implements QuarkusTestResourceLifecycleManager {

    private final Path directory =
            Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
    private TestServer kafka;

    @Override
    public Map<String, String> start() {
        kafka = TestServers.KAFKA.start(directory.resolve("kafka"));
        Topics.create(kafka.uri());
        return Map.of(
                "kafka.bootstrap.servers", kafka.uri(),
                "paragon.files.directory", directory.resolve("files").toString());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
