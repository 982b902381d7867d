package pl.paragon.persistence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.contracts.job.JobId;
import pl.paragon.servers.PostgresServer;
import pl.paragon.testsupport.server.TestServer;
import pl.paragon.testsupport.server.TestServers;

/**
 * A real database that can stop and come back with its data on the same port, and queries into it past the service.
 */
public final class RestartableDatabase {

    private final TestServer server;

    RestartableDatabase(Path directory) {
        this.server = TestServers.POSTGRES.start(directory);
    }

    Map<String, String> configuration() {
        return Map.of(
                "quarkus.datasource.jdbc.url", server.uri(),
                "quarkus.datasource.username", PostgresServer.USER,
                "quarkus.datasource.password", PostgresServer.PASSWORD);
    }

    public void stop() {
        server.stop();
    }

    public void start() {
        server.start();
    }

    void close() {
        server.close();
    }

    List<Map<String, Object>> receipts(JobId job) {
        return rows("select * from receipt where job_id = ?", job.value());
    }

    List<Map<String, Object>> outcomes(JobId job) {
        return rows("select * from job_outcome where job_id = ?", job.value());
    }

    /** The rows of a query, each by its columns' names. */
    public List<Map<String, Object>> rows(String sql, Object... parameters) {
        try (Connection connection =
                        DriverManager.getConnection(server.uri(), PostgresServer.USER, PostgresServer.PASSWORD);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return read(statement.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into the database: " + sql, e);
        }
    }

    private static List<Map<String, Object>> read(ResultSet result) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
            }
            rows.add(row);
        }
        return rows;
    }
}
