package pl.paragon.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import pl.paragon.contracts.json.Json;

/** A client of the socket. */
final class SocketReader implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private volatile int pings;
    private final WebSocket socket;

    /** @param query with its question mark, or empty */
    SocketReader(String query) {
        socket = client.newWebSocketBuilder()
                .buildAsync(address(query), new Reading())
                .join();
    }

    static URI address(String query) {
        return URI.create("ws://127.0.0.1:" + RestAssured.port + "/ws" + query);
    }

    List<JsonNode> messages() {
        return messages;
    }

    int pings() {
        return pings;
    }

    boolean closed() {
        return socket.isInputClosed();
    }

    JsonNode first(Predicate<JsonNode> wanted) {
        await().atMost(Polls.LONGEST).until(() -> messages.stream().anyMatch(wanted));
        return messages.stream().filter(wanted).findFirst().orElseThrow();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    private final class Reading implements WebSocket.Listener {
        private final StringBuilder begun = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            begun.append(text);
            if (last) {
                messages.add(Json.read(begun.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class));
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, ByteBuffer payload) {
            pings++;
            socket.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
