package pl.paragon.ocr;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.Topics;

/** A real broker, empty, and a folder for files. */
public final class RealBroker implements QuarkusTestResourceLifecycleManager {

    private final Path directory =
            Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
    private KafkaServer kafka;

    @Override
    public Map<String, String> start() {
        kafka = KafkaServer.start(directory.resolve("kafka"));
        Topics.create(kafka.bootstrapServers());
        // Natives of its own: a library can be loaded by one class loader only, and the service has another than the
        // tests.
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "paragon.files.directory", directory.resolve("files").toString(),
                "paragon.ocr.runtime-directory",
                        Natives.FOLDER.resolveSibling("natives-of-the-service").toString());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
