package pl.paragon.persistence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** A real database, empty, and control over it. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private final Path directory =
            Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
    private RestartableDatabase database;

    @Override
    public Map<String, String> start() {
        database = new RestartableDatabase(directory.resolve("postgres"));
        return database.configuration();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(RestartableDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
