package pl.paragon.persistence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import pl.paragon.servers.KafkaServer;
import pl.paragon.servers.Topics;

/** A real broker and a real database, empty, for all integration tests of this module. */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private final Path directory =
            Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
    private KafkaServer kafka;
    private RestartableDatabase database;

    @Override
    public Map<String, String> start() {
        kafka = KafkaServer.start(directory.resolve("kafka"));
        Topics.create(kafka.bootstrapServers());
        database = new RestartableDatabase(directory.resolve("postgres"));
        Map<String, String> configuration = new HashMap<>(database.configuration());
        configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        configuration.put("paragon.files.directory", directory.resolve("files").toString());
        return configuration;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(RestartableDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.stop();
        }
        if (kafka != null) {
            kafka.close();
        }
    }
}
