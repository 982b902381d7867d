package pl.paragon.persistence.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.listing.JobListQuery.Ended;
import pl.paragon.persistence.listing.JobListQuery.Position;
import pl.paragon.servers.PostgresServer;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/**
 * What PostgreSQL plans for the lists over 250,000 jobs, four in five of which are of one submitter: the page is read
 * off an index in order. So its cost is that of a page and does not grow with the jobs.
 */
class JobListPlansIT {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Connection connection;

    @BeforeAll
    static void fill() throws SQLException {
        server = TestServers.POSTGRES.start(folder.resolve("postgres"));
        Flyway.configure()
                .dataSource(server.uri(), PostgresServer.USER, PostgresServer.PASSWORD)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        connection = DriverManager.getConnection(server.uri(), PostgresServer.USER, PostgresServer.PASSWORD);
        try (Statement statement = connection.createStatement()) {
            // One in a thousand has not ended, one in a hundred failed, as many were cancelled.
            statement.execute("""
                    create temporary table sample as
                    select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as job_id, n,
                           case when n % 5 = 0 then 'other-' || n % 100 else 'somebody' end as submitter,
                           timestamptz '2026-01-01T00:00Z' + n * interval '1 minute' as at,
                           case when n % 1000 = 1 then null when n % 100 = 2 then 'failed'
                                when n % 100 = 3 then 'cancelled' else 'saved' end as outcome
                    from generate_series(1, 250000) n""");
            // The triggers are no part of this, and would take a lock for each of the rows.
            statement.execute("alter table job disable trigger user");
            statement.execute("alter table job_outcome disable trigger user");
            statement.execute("""
                    insert into job_outcome
                    select job_id, outcome, case when outcome = 'saved' then job_id end,
                           case when outcome = 'failed' then 'ocr' end, case when outcome = 'failed' then 1 end,
                           case when outcome = 'failed' then '{}'::jsonb end, at
                    from sample where outcome is not null""");
            statement.execute("""
                    insert into job (job_id, submitter, submitted_at, filename, file_key, media_type, size, sha256,
                                     outcome, ended_at)
                    select job_id, submitter, at, 'paragon-' || n || '.jpg', job_id || '/upload', 'image/jpeg', 1, 'ab',
                           outcome, at
                    from sample""");
            statement.execute("""
                    insert into receipt (id, job_id, submitter, submitted_at, saved_at, filename, file_key,
                        file_media_type, file_size, file_sha256, verdict, ocr_text, receipt_keywords, analysis,
                        work_started_at, analyzed_at, analysis_key, analysis_size, analysis_sha256)
                    select job_id, job_id, submitter, at, at, 'paragon-' || n || '.jpg', job_id || '/upload',
                           'image/jpeg', 1, 'ab', 'proved', 'SUMA', true, '{}', at, at, 'k', 1, 'ab'
                    from sample where outcome = 'saved'""");
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> shouldReadAPageOffAnIndexInOrder() {
        Position deep = new Position(FIRST.plusSeconds(60L * 60_000), new JobId(new UUID(0, 0)));
        return Stream.of(
                        new Listed("the newest", query(Optional.empty()), Optional.empty(), "job_by_submitter"),
                        new Listed("deep in the list", query(Optional.empty()), Optional.of(deep), "job_by_submitter"),
                        new Listed("not ended", query(Optional.of(Ended.NOT_YET)), Optional.empty(), "job_unfinished"),
                        new Listed("failed", query(Optional.of(Ended.FAILED)), Optional.empty(), "job_by_outcome"),
                        new Listed(
                                "cancelled, deep in the list",
                                query(Optional.of(Ended.CANCELLED)),
                                Optional.of(deep),
                                "job_by_outcome"),
                        new Listed("saved", query(Optional.of(Ended.SAVED)), Optional.empty(), "job_by_"),
                        new Listed(
                                "of a day",
                                new JobListQuery(
                                        "somebody",
                                        Optional.empty(),
                                        Optional.of(FIRST.plusSeconds(86_400 * 50)),
                                        Optional.of(FIRST.plusSeconds(86_400 * 51)),
                                        Optional.empty()),
                                Optional.empty(),
                                "job_by_submitter"),
                        new Listed(
                                "by the file's name",
                                new JobListQuery(
                                        "somebody",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("-77")),
                                Optional.empty(),
                                "job_by_submitter"))
                .map(listed -> DynamicTest.dynamicTest(listed.name(), () -> check(listed)));
    }

    @Test
    void shouldFindARareNameByAnIndex() throws SQLException {
        JobListQuery query = new JobListQuery(
                "somebody", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("Hipopotam"));

        assertThat(plan(new JobListSql(Optional.empty(), query, 51)))
                .contains("Bitmap Index Scan on job_by_filename")
                .doesNotContain("Seq Scan");
    }

    @Test
    void shouldFindAFrequentNameAmongTheNextJobs() throws SQLException {
        JobListQuery query = new JobListQuery(
                "somebody", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("paragon"));
        JobListSql sql = new JobListSql(Optional.empty(), query, 51);

        assertThat(plan(sql, sql.textAmongTheNext()))
                .contains("Index Scan using job_by_submitter")
                .doesNotContain("Seq Scan", "job_by_filename");
    }

    private record Listed(String name, JobListQuery query, Optional<Position> after, String index) {}

    private static JobListQuery query(Optional<Ended> ended) {
        return new JobListQuery("somebody", ended, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void check(Listed listed) throws SQLException {
        // when
        String plan = plan(new JobListSql(listed.after(), listed.query(), 51));

        // then
        assertThat(plan).contains("using " + listed.index()).doesNotContain("Seq Scan", "Sort");
    }

    private static String plan(JobListSql sql) throws SQLException {
        return plan(sql, sql.text());
    }

    private static String plan(JobListSql sql, String text) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher named = PARAMETER.matcher(text);
        String positional = named.replaceAll(parameter -> {
            values.add(sql.parameters().get(parameter.group(1)));
            return "?";
        });
        try (PreparedStatement statement = connection.prepareStatement("explain " + positional)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines.stream().collect(Collectors.joining("\n"));
        }
    }
}
