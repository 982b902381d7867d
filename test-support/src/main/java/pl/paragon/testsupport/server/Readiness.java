package pl.paragon.testsupport.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import pl.paragon.servers.PostgresServer;

/** Whether a server serves its clients: a container's port accepts connections before that. */
sealed interface Readiness {

    boolean answers(String uri);

    /** It answers a client. */
    record OfKafka() implements Readiness {

        private static final int PATIENCE_MS = 5_000;

        @Override
        public boolean answers(String uri) {
            Map<String, Object> client = Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, uri,
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
            try (Admin admin = Admin.create(client)) {
                return !admin.describeCluster()
                        .nodes()
                        .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                        .isEmpty();
            } catch (ExecutionException | TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** It answers PING: while it loads its data it says that it does. */
    record OfRedis() implements Readiness {
        @Override
        public boolean answers(String uri) {
            URI address = URI.create(uri);
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
                return "+PONG"
                        .equals(new BufferedReader(
                                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                                .readLine());
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** It has the database, and its user may connect. */
    record OfPostgres() implements Readiness {
        @Override
        public boolean answers(String uri) {
            try (Connection connection =
                    DriverManager.getConnection(uri, PostgresServer.USER, PostgresServer.PASSWORD)) {
                return connection.isValid(0);
            } catch (SQLException e) {
                return false;
            }
        }
    }
}
