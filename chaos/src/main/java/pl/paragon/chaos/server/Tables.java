package pl.paragon.chaos.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.servers.PostgresServer;

/** What the database says. */
public final class Tables {

    private final String jdbcUrl;

    public Tables(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * The arbiter's row of a job.
     *
     * @param outcome {@code saved}, {@code failed} or {@code cancelled}
     * @param receipt the id of what was saved, or {@code null}
     * @param attempts how many a failed job had, or 0
     * @param errorCode why it failed, or {@code null}
     */
    public record Outcome(String outcome, String receipt, int attempts, String errorCode) {}

    /** By job. */
    public Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new HashMap<>();
        query(
                "select job_id::text, outcome, receipt_id::text, attempts, error ->> 'code' from job_outcome",
                row -> outcomes.put(
                        row.getString(1),
                        new Outcome(row.getString(2), row.getString(3), row.getInt(4), row.getString(5))));
        return outcomes;
    }

    /** The ids of the receipts that were saved, by job. */
    public Map<String, List<String>> receipts() {
        Map<String, List<String>> receipts = new HashMap<>();
        query("select job_id::text, id::text from receipt", row -> receipts.computeIfAbsent(
                        row.getString(1), job -> new ArrayList<>())
                .add(row.getString(2)));
        return receipts;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, Row each) {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl, PostgresServer.USER, PostgresServer.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.read(rows);
            }
        } catch (SQLException e) {
            throw new AwayException("postgres", e);
        }
    }
}
