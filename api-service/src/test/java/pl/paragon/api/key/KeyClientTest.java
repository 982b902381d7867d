package pl.paragon.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.Defaults;
import pl.paragon.api.result.PersistenceConfig;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;

class KeyClientTest {

    private final ApiKey key = ApiKey.mint(new SecureRandom());
    private final KeyRecord record = new KeyRecord(
            key.id(), "anna", "", List.of(Scope.READ), Instant.parse("2026-03-14T12:00:00Z"), null, null, null);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer worker;
    private volatile int status = 200;
    private volatile byte[] answer = new byte[0];

    @BeforeEach
    void startWorker() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        worker.start();
    }

    @AfterEach
    void stopWorker() {
        worker.stop(0);
    }

    @Test
    void shouldProveAKeyWithoutTellingIt() {
        // given
        answer = Json.write(record);

        // when, then
        assertThat(client().verify(key)).contains(record);
        assertThat(requests)
                .containsExactly(
                        "POST /internal/keys/%s/verification {\"sha256\":\"%s\"}".formatted(key.id(), key.sha256()));
    }

    @Test
    void shouldMintListAndRevoke() {
        KeyRequest wish = new KeyRequest("anna", "", List.of(Scope.READ), null);
        answer = Json.write(new MintedKey(key.text(), record));
        assertThat(client().mint(wish).key()).isEqualTo(key.text());
        answer = Json.write(new KeyList(List.of(record)));
        assertThat(client().all()).containsExactly(record);
        answer = Json.write(record);
        assertThat(client().revoke(key.id())).contains(record);
        assertThat(client().revoke("../x")).isEmpty();

        assertThat(requests)
                .containsExactly(
                        "POST /internal/keys " + Json.writeText(wish),
                        "GET /internal/keys ",
                        "DELETE /internal/keys/" + key.id() + " ");
    }

    @Test
    void shouldSayThatThereIsNone() {
        status = 404;

        assertThat(client().verify(key)).isEmpty();
        assertThat(client().revoke(key.id())).isEmpty();
        assertThatThrownBy(() -> client().all()).isInstanceOf(KeysUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 500, 401, 400})
    void shouldNotTakeAFailureForAnUnknownKey(int failure) {
        status = failure;

        assertThatThrownBy(() -> client().verify(key)).isInstanceOf(KeysUnavailableException.class);
    }

    @Test
    void shouldNotTakeSilenceOrNonsenseForAnUnknownKey() {
        answer = "{".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> client().verify(key)).isInstanceOf(KeysUnavailableException.class);

        KeyClient client = client();
        worker.stop(0);
        assertThatThrownBy(() -> client.verify(key)).isInstanceOf(KeysUnavailableException.class);
    }

    private KeyClient client() {
        String url = "http://127.0.0.1:" + worker.getAddress().getPort() + "/";
        return new KeyClient(Defaults.with(
                PersistenceConfig.class, Map.of("paragon.persistence.url", url, "paragon.persistence.timeout", "1m")));
    }
}
