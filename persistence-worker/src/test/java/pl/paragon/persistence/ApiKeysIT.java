package pl.paragon.persistence;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.KeyList;
import pl.paragon.contracts.key.KeyProof;
import pl.paragon.contracts.key.KeyRecord;
import pl.paragon.contracts.key.KeyRequest;
import pl.paragon.contracts.key.MintedKey;
import pl.paragon.contracts.key.Scope;
import pl.paragon.testsupport.broker.RealBroker;

/** API keys as gateways and operators ask for them. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class ApiKeysIT extends AgainstRealServers {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    @Test
    void shouldVerifyAKeyThatItMade() {
        // given
        MintedKey minted = mint(new KeyRequest("anna", "kasa", List.of(Scope.READ, Scope.WRITE), LATER));
        ApiKey key = ApiKey.parse(minted.key()).orElseThrow();

        // when
        Response answer = verify(key.id(), key.sha256());

        // then
        assertThat(record(answer)).isEqualTo(minted.record());
        assertThat(minted.record().owner()).isEqualTo("anna");
        assertThat(minted.record().scopes()).containsExactly(Scope.READ, Scope.WRITE);
        assertThat(minted.record().expiresAt()).isEqualTo(LATER);
    }

    @Test
    void shouldKeepNothingThatOpensADoor() {
        // given
        MintedKey minted = mint(new KeyRequest("anna", "", List.of(Scope.READ), null));

        // when
        String row = database.rows(
                        "select * from api_key where id = ?", minted.record().id())
                .toString();

        // then
        String secret = minted.key().substring(ApiKey.PREFIX.length() + 13);
        assertThat(row).contains("anna").doesNotContain(secret);
        assertThat(get("/internal/keys").asString())
                .contains(minted.record().id())
                .doesNotContain(secret, ApiKey.parse(minted.key()).orElseThrow().sha256());
    }

    @Test
    void shouldNotVerifyTheSecretOfAnotherKey() {
        // given
        MintedKey minted = mint(new KeyRequest("anna", "", List.of(Scope.READ), null));
        MintedKey other = mint(new KeyRequest("jan", "", List.of(Scope.READ), null));
        String othersHash = ApiKey.parse(other.key()).orElseThrow().sha256();

        // when, then
        assertThat(verify(minted.record().id(), othersHash).statusCode()).isEqualTo(404);
        assertThat(verify("000000000000", othersHash).statusCode()).isEqualTo(404);
        assertThat(lastUse(minted)).isNull();
    }

    @Test
    void shouldNoteAUseOnceAMinute() {
        // given
        MintedKey minted = mint(new KeyRequest("anna", "", List.of(Scope.READ), null));
        ApiKey key = ApiKey.parse(minted.key()).orElseThrow();

        // when
        verify(key.id(), key.sha256());
        Instant first = lastUse(minted);
        verify(key.id(), key.sha256());

        // then
        assertThat(first).isNotNull();
        assertThat(lastUse(minted)).isEqualTo(first);
        database.rows("update api_key set last_used_at = '2026-01-01T00:00Z' where id = ? returning id", key.id());
        verify(key.id(), key.sha256());
        assertThat(lastUse(minted)).isAfterOrEqualTo(first);
    }

    @Test
    void shouldRevokeForGood() {
        // given
        MintedKey minted = mint(new KeyRequest("anna", "", List.of(Scope.READ), null));
        ApiKey key = ApiKey.parse(minted.key()).orElseThrow();

        // when
        KeyRecord revoked = record(delete("/internal/keys/" + key.id()));
        KeyRecord again = record(delete("/internal/keys/" + key.id()));

        // then
        assertThat(revoked.revokedAt()).isNotNull();
        assertThat(again).isEqualTo(revoked);
        assertThat(record(verify(key.id(), key.sha256()))).isEqualTo(revoked);
        assertThat(lastUse(minted)).isNull();
        assertThat(delete("/internal/keys/none").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayWhatIsWrongWithAWish() {
        for (String body :
                List.of("", "{", "{\"owner\":\"anna\",\"scopes\":[]}", "{\"owner\":\"\",\"scopes\":[\"admin\"]}")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/internal/keys")
                    .then()
                    .statusCode(400);
        }
        given().contentType("application/json")
                .body("{}")
                .post("/internal/keys/x/verification")
                .then()
                .statusCode(400);
    }

    private static MintedKey mint(KeyRequest wish) {
        return Json.read(
                given().contentType("application/json")
                        .body(Json.write(wish))
                        .post("/internal/keys")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                MintedKey.class);
    }

    private static Response verify(String id, String sha256) {
        return given().contentType("application/json")
                .body(Json.write(new KeyProof(sha256)))
                .post("/internal/keys/" + id + "/verification");
    }

    private static KeyRecord record(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), KeyRecord.class);
    }

    private static Instant lastUse(MintedKey key) {
        byte[] list = get("/internal/keys").then().statusCode(200).extract().asByteArray();
        return Json.read(list, KeyList.class).keys().stream()
                .filter(each -> each.id().equals(key.record().id()))
                .findFirst()
                .map(KeyRecord::lastUsedAt)
                .orElse(null);
    }
}
