package pl.paragon.running.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.json.UndecodableException;

/** A service's own report under {@code /q/health}; no answer counts as down. */
public final class Health {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private final URI service;

    public Health(URI service) {
        this.service = service;
    }

    public boolean isReady() {
        return isUp("/q/health/ready");
    }

    public boolean isLive() {
        return isUp("/q/health/live");
    }

    /** Which checks are down, for people; or that there is no answer. */
    public String notReady() {
        try {
            JsonNode checks = Json.read(read("/q/health/ready"), JsonNode.class).path("checks");
            return StreamSupport.stream(checks.spliterator(), false)
                    .filter(c -> !c.path("status").asText().equals("UP"))
                    .map(c -> c.path("name").asText() + " is down")
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            return "no answer";
        } catch (UndecodableException e) {
            return "an answer that is not a health report";
        }
    }

    private boolean isUp(String path) {
        try {
            HttpURLConnection connection = connect(path);
            boolean up = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            drain(connection);
            return up;
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] read(String path) throws IOException {
        HttpURLConnection connection = connect(path);
        try (InputStream body = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            return body == null ? new byte[0] : body.readAllBytes();
        }
    }

    // A connection whose answer is read to its end is reused.
    private static void drain(HttpURLConnection connection) throws IOException {
        try (InputStream body =
                connection.getErrorStream() == null ? connection.getInputStream() : connection.getErrorStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private HttpURLConnection connect(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) service.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        return connection;
    }
}
