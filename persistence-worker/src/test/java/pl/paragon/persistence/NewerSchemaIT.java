package pl.paragon.persistence;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import pl.paragon.servers.PostgresServer;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** A worker of this version starts, after a rollback or beside a newer one, with a schema that a later one migrated. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(NewerSchemaIT.MigratedByALaterVersion.class)
class NewerSchemaIT {

    @Test
    void shouldStart() {
        await().atMost(Broker.PATIENCE)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    /** A database with a migration that this version does not have. */
    public static final class MigratedByALaterVersion implements QuarkusTestResourceLifecycleManager {

        private final Path folder =
                Path.of("target", "servers", UUID.randomUUID().toString()).toAbsolutePath();
        private RestartableDatabase database;

        @Override
        public Map<String, String> start() {
            database = new RestartableDatabase(folder.resolve("postgres"));
            Flyway.configure()
                    .dataSource(
                            database.configuration().get("quarkus.datasource.jdbc.url"),
                            PostgresServer.USER,
                            PostgresServer.PASSWORD)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            database.rows("""
                    insert into flyway_schema_history
                    select max(installed_rank) + 1, '999', 'later', 'SQL', 'V999__later.sql', 0, 'paragon', now(), 1, true
                    from flyway_schema_history
                    returning version""");
            return database.configuration();
        }

        @Override
        public void stop() {
            if (database != null) {
                database.stop();
            }
        }
    }
}
