package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import pl.paragon.contracts.key.Scope;

/** People who may share receipts, at a gateway that asks who they are; each test has its own. */
abstract class AgainstHouseholds extends AgainstAGateway {

    static final String PROCESS = "/api/v3/receipts/process";
    static final String HOUSEHOLDS = "/api/v3/households";
    static final String HEADER = "Paragon-Household";

    final String tag = UUID.randomUUID().toString();
    final String anna = "anna-" + tag;
    final String jan = "jan|" + tag;
    final String ola = "ola-" + tag;

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    String key(String owner) {
        return servers.keys().mint(owner, Scope.READ, Scope.WRITE);
    }

    static Response makeDefault(String key, String household) {
        return with(key)
                .contentType("application/json")
                .body("{\"household\":\"" + household + "\"}")
                .put(HOUSEHOLDS + "/default");
    }

    static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }

    static CompletableFuture<WebSocket> socket(String query, String key) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-API-Key", key)
                .buildAsync(SocketReader.address(query), new WebSocket.Listener() {});
    }

    static void assertRefused(CompletableFuture<WebSocket> socket, int status) {
        assertThatThrownBy(socket::join).cause().satisfies(refusal -> assertThat(
                        ((WebSocketHandshakeException) refusal).getResponse().statusCode())
                .isEqualTo(status));
    }
}
