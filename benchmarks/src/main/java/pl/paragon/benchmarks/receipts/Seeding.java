package pl.paragon.benchmarks.receipts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.benchmarks.report.Progress;

/**
 * Fills the database with invented receipts: without triggers, and with the indices taken away and made again at the
 * end, which takes a tenth of the time.
 */
final class Seeding {

    private static final int AT_ONCE = 20_000;

    private static final List<String> TABLES =
            List.of("job_outcome", "job", "receipt", "receipt_line", "receipt_payment");

    private static final String MORE = "-- Once, beside the receipts.";

    private final Connection database;

    Seeding(Connection database) {
        this.database = database;
    }

    /** How many receipts there are: some, if the database was kept. */
    int present() throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet count = sql.executeQuery("select count(*) from receipt")) {
            count.next();
            return count.getInt(1);
        }
    }

    void fill(int count) throws SQLException {
        String[] seeds = resource().split(MORE);
        try (Statement sql = database.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute("set synchronous_commit = off");
            sql.execute("set maintenance_work_mem = '512MB'");
            sql.execute("set work_mem = '64MB'");
            sql.execute(
                    "create unlogged table seeded (n bigint, submitter text, job_id uuid, receipt_id uuid, saved_at timestamptz,"
                            + " store text, chain text, total bigint, verdict text, items jsonb)");
            List<String> indices = takenAway(sql);
            Progress progress = new Progress("seeding", (count + AT_ONCE - 1) / AT_ONCE);
            for (int from = 1; from <= count; from += AT_ONCE) {
                sql.execute(seeds[0].replace(":from", Integer.toString(from))
                        .replace(":to", Integer.toString(Math.min(count, from + AT_ONCE - 1)))
                        .replace(":count", Integer.toString(count)));
                progress.step();
            }
            sql.execute(seeds[1].replace(":count", Integer.toString(count)));
            sql.execute("drop table seeded");
            Progress made = new Progress("indexing", indices.size());
            for (String index : indices) {
                sql.execute(index);
                made.step();
            }
            sql.execute("set session_replication_role = origin");
            // As the database would by itself after a while.
            sql.execute("vacuum analyze");
        }
    }

    /** The statements that make the indices that are gone now; keys stay. */
    private static List<String> takenAway(Statement sql) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> definitions = new ArrayList<>();
        try (ResultSet indices = sql.executeQuery("""
                select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
                where indrelid::regclass::text = any ('{%s}') and not indisunique""".formatted(String.join(",", TABLES)))) {
            while (indices.next()) {
                names.add(indices.getString(1));
                definitions.add(indices.getString(2));
            }
        }
        for (String name : names) {
            sql.execute("drop index " + name);
        }
        return definitions;
    }

    private static String resource() {
        try (InputStream seed = Seeding.class.getResourceAsStream("seed.sql")) {
            return new String(seed.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program lacks its seed", e);
        }
    }
}
