package pl.paragon.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.servers.PostgresServer;

/** A database that an earlier version filled is taken over with all that it holds. */
class OlderSchemaIT {

    private static final UUID JOB = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @TempDir
    Path folder;

    @Test
    void shouldKeepAndFindReceiptsOfBefore() {
        RestartableDatabase database = new RestartableDatabase(folder.resolve("postgres"));
        try {
            // given
            flyway(database).target("2").load().migrate();
            database.rows(
                    "insert into job_outcome values (?, 'saved', ?, null, null, null, now()) returning job_id",
                    JOB,
                    JOB);
            database.rows("""
                    insert into receipt (id, job_id, submitter, submitted_at, saved_at, filename, file_key,
                        file_media_type, file_size, file_sha256, verdict, ocr_text, receipt_keywords, analysis)
                    values (?, ?, 'anonymous', '2026-03-02T10:00Z', '2026-03-02T10:01Z', 'a.jpg', 'k', 'image/jpeg', 3,
                        'ab', 'proved', 'ŻÓŁTY', true, '{"items": [{"name": "Łosoś", "category": "Ryby > Świeże"}]}')
                    returning id""", JOB, JOB);
            database.rows(
                    "insert into receipt_line (receipt_id, position, name, voided, confidence)"
                            + " values (?, 0, 'Łosoś', false, 0.9) returning receipt_id",
                    JOB);

            // when
            flyway(database).load().migrate();

            // then
            Map<String, Object> receipt = database.rows("select * from receipt").getFirst();
            assertThat(receipt)
                    .containsEntry("analysis_key", JOB + "/analysis.json")
                    .containsEntry("work_started_at", receipt.get("submitted_at"))
                    .containsEntry("analyzed_at", receipt.get("saved_at"))
                    .containsEntry("day", java.sql.Date.valueOf("2026-03-02"));
            assertThat(receipt.get("search_text")).asString().contains("zolty", "losos");
            assertThat(receipt.get("categories")).hasToString("{ryby,\"ryby > swieze\"}");
            assertThat(database.rows("select * from receipt_line").getFirst())
                    .containsEntry("name", "Łosoś")
                    .containsEntry("search_name", "losos ")
                    .containsEntry("submitter", "anonymous")
                    .containsEntry("day", java.sql.Date.valueOf("2026-03-02"));
            assertThat(database.rows("select * from job").getFirst())
                    .as("a job of before the register's time is listed")
                    .containsEntry("job_id", JOB)
                    .containsEntry("submitter", "anonymous")
                    .containsEntry("filename", "a.jpg")
                    .containsEntry("outcome", "saved");
        } finally {
            database.stop();
        }
    }

    private static FluentConfiguration flyway(RestartableDatabase database) {
        return Flyway.configure()
                .dataSource(
                        database.configuration().get("quarkus.datasource.jdbc.url"),
                        PostgresServer.USER,
                        PostgresServer.PASSWORD)
                .locations("classpath:db/migration");
    }
}
