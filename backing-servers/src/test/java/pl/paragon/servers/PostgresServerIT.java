package pl.paragon.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path directory;

    @Test
    void shouldKeepItsDataOverARestartAndAKill() throws SQLException {
        // given
        try (PostgresServer first = PostgresServer.start(directory)) {
            execute(first, "CREATE TABLE receipt (store text)");
        }
        PostgresServer second = PostgresServer.start(directory);
        execute(second, "INSERT INTO receipt VALUES ('Żabka')");
        second.process().kill();

        // when
        try (PostgresServer third = PostgresServer.start(directory)) {

            // then
            assertThat(ask(third, "SELECT store FROM receipt")).isEqualTo("Żabka");
        }
    }

    @Test
    void shouldBeDurableAndSortInPolish() throws SQLException {
        // given
        try (PostgresServer server = PostgresServer.start(directory)) {

            // when
            String durable =
                    ask(server, "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')");
            String sorted = ask(
                    server,
                    "SELECT string_agg(w, ' ' ORDER BY w) FROM (VALUES ('zając'), ('łoś'), ('lis'), ('mysz')) v(w)");

            // then
            assertThat(durable).isEqualTo("on on");
            assertThat(sorted).isEqualTo("lis łoś mysz zając");
        }
    }

    @Test
    void shouldStopAtOnceWhileClientsAreConnected() throws SQLException {
        // given
        PostgresServer server = PostgresServer.start(directory);
        try (Connection client = connect(server)) {
            assertThat(client.isValid(0)).isTrue();

            // when
            boolean byItself = server.process().stop(Duration.ofMinutes(5));

            // then
            assertThat(byItself).isTrue();
        }
    }

    @Test
    void shouldBeginAgainWhereAFirstStartWasInterrupted() throws Exception {
        // given
        java.nio.file.Files.createDirectories(directory.resolve("data.unfinished/base"));

        // when
        try (PostgresServer server = PostgresServer.start(directory)) {

            // then
            assertThat(ask(server, "SELECT current_database()")).isEqualTo(PostgresServer.DATABASE);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(PostgresServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
