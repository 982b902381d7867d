package pl.paragon.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.api.persistence.PlayedWorker;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;

class KeyClientTest {

    @RegisterExtension
    private final PlayedWorker worker = new PlayedWorker();

    private final ApiKey key = ApiKey.mint(new SecureRandom());
    private final KeyRecord record = new KeyRecord(
            key.id(), "anna", "", List.of(Scope.READ), Instant.parse("2026-03-14T12:00:00Z"), null, null, null);

    private final KeyClient client = new KeyClient(worker.client());

    @Test
    void shouldProveAKeyWithoutTellingIt() {
        // given
        worker.answers(200, record);

        // when, then
        assertThat(client.verify(key)).contains(record);
        assertThat(worker.requests())
                .containsExactly("POST /internal/keys/%s/verification application/json {\"sha256\":\"%s\"}"
                        .formatted(key.id(), key.sha256()));
    }

    @Test
    void shouldMintListAndRevoke() {
        KeyRequest wish = new KeyRequest("anna", "", List.of(Scope.READ), null);
        worker.answers(200, new MintedKey(key.text(), record));
        assertThat(client.mint(wish).key()).isEqualTo(key.text());
        worker.answers(200, new KeyList(List.of(record)));
        assertThat(client.all()).containsExactly(record);
        worker.answers(200, record);
        assertThat(client.revoke(key.id())).contains(record);
        assertThat(client.revoke("../x")).isEmpty();

        assertThat(worker.requests())
                .containsExactly(
                        "POST /internal/keys application/json " + Json.writeText(wish),
                        "GET /internal/keys",
                        "DELETE /internal/keys/" + key.id());
    }

    @Test
    void shouldSayThatThereIsNone() {
        worker.answers(404);

        assertThat(client.verify(key)).isEmpty();
        assertThat(client.revoke(key.id())).isEmpty();
    }

    @Test
    void shouldNotTakeAnOutageForAnUnknownKey() {
        worker.answers(503);

        assertThatThrownBy(() -> client.verify(key)).isInstanceOf(PersistenceUnavailableException.class);
    }
}
