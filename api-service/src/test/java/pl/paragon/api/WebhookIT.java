package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** Webhooks as their owners see them; each test has an owner of its own. What is kept is played. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(AsksForKeys.class)
class WebhookIT extends AgainstAGateway {

    private static final String WEBHOOKS = "/api/v3/webhooks";

    /** Public, and needs no name service. */
    private static final String URL = "https://93.184.216.34/paragon";

    private final String owner = "owner-" + UUID.randomUUID();

    private String key;

    @BeforeEach
    void mintAKey() {
        key = servers.keys().mint(owner, Scope.READ, Scope.WRITE);
        // For a second after the database was away, keys are not asked for.
        await().atMost(Polls.LONGEST).until(() -> mine().get(WEBHOOKS).statusCode() == 200);
    }

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldRegisterShowListAndDelete() {
        // when
        ValidatableResponse registered = register(
                        "{\"url\":\"" + URL + "\",\"events\":[\"job.failed\"],\"description\":\"till\"}")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("data.secret", equalTo("whsec_b2xk"))
                .body("data.webhook.url", equalTo(URL))
                .body("data.webhook.events", equalTo(List.of("job.failed")))
                .body("data.webhook.description", equalTo("till"))
                .body("data.webhook.disabled_at", nullValue());
        String id = registered.extract().path("data.webhook.id");

        // then
        registered.header("Location", WEBHOOKS + "/" + id);
        mine().get(WEBHOOKS + "/" + id).then().statusCode(200).body("data.id", equalTo(id));
        mine().get(WEBHOOKS)
                .then()
                .statusCode(200)
                .body("data.webhooks", hasSize(1))
                .body("data.webhooks[0].id", equalTo(id))
                .body("data.webhooks[0].secret", nullValue());
        mine().delete(WEBHOOKS + "/" + id).then().statusCode(200).body("data.id", equalTo(id));
        mine().get(WEBHOOKS + "/" + id).then().statusCode(404);
        mine().get(WEBHOOKS).then().body("data.webhooks", hasSize(0));
    }

    @Test
    void shouldReplaceTheSecretListDeliveriesAndReplayThem() {
        String id = registered();

        mine().post(WEBHOOKS + "/" + id + "/secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.secret", equalTo("whsec_bmV3"));
        mine().queryParam("limit", 5)
                .get(WEBHOOKS + "/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .body("data.deliveries[0].event", equalTo("job.succeeded"))
                .body("data.deliveries[0].state", equalTo("delivered"))
                .body("data.next_cursor", nullValue());
        mine().post(WEBHOOKS + "/" + id + "/deliveries/" + PlayedWebhooks.deliveryOf(id) + "/replay")
                .then()
                .statusCode(202)
                .body("data.state", equalTo("pending"));
        servers.webhooks().disable(id);
        mine().post(WEBHOOKS + "/" + id + "/deliveries/" + PlayedWebhooks.deliveryOf(id) + "/replay")
                .then()
                .statusCode(409)
                .body("error_code", equalTo("WEBHOOK_DISABLED"));
    }

    @Test
    void shouldGiveTheSecretOfUploadsToTheirOwner() {
        mine().get(WEBHOOKS + "/upload-secret")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("data.secret", equalTo("whsec_b2xk"));
        mine().post(WEBHOOKS + "/upload-secret").then().statusCode(200).body("data.secret", equalTo("whsec_bmV3"));
        String reader = servers.keys().mint(owner, Scope.READ);
        with(reader).get(WEBHOOKS + "/upload-secret").then().statusCode(403);
    }

    @Test
    void shouldListWhoIsToldOfAJob() {
        JobId job = JobId.random();

        mine().queryParam("job_id", job.toString()).get(WEBHOOKS).then().statusCode(200);

        assertThat(servers.webhooks().lastQuery()).isEqualTo("owner=" + owner + "&job=" + job);
        mine().queryParam("job_id", "7").get(WEBHOOKS).then().statusCode(400).body("details.field", equalTo("job_id"));
    }

    @Test
    void shouldHideWhatIsSomebodyElses() {
        // given
        String id = registered();
        String delivery = "/deliveries/" + PlayedWebhooks.deliveryOf(id) + "/replay";
        String other = servers.keys().mint("somebody", Scope.READ, Scope.WRITE);

        // when, then
        unknown(with(other).get(WEBHOOKS + "/" + id).then());
        unknown(with(other).delete(WEBHOOKS + "/" + id).then());
        unknown(with(other).post(WEBHOOKS + "/" + id + "/secret").then());
        unknown(with(other).get(WEBHOOKS + "/" + id + "/deliveries").then());
        unknown(with(other).post(WEBHOOKS + "/" + id + delivery).then());
        with(other).get(WEBHOOKS).then().statusCode(200).body("data.webhooks", hasSize(0));
        unknown(mine().get(WEBHOOKS + "/7").then());
        unknown(mine().get(WEBHOOKS + "/" + UUID.randomUUID()).then());
        unknown(mine().post(WEBHOOKS + "/" + id + "/deliveries/7/replay").then());
        unknown(mine().post(WEBHOOKS + "/" + id + "/deliveries/" + UUID.randomUUID() + "/replay")
                .then());
        mine().get(WEBHOOKS + "/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1/ | The host has an address that is not public",
                "http://localhost/ | The host has an address that is not public",
                "http://[::1]/ | The host has an address that is not public",
                "http://[::ffff:169.254.169.254]/ | The host has an address that is not public",
                "http://169.254.169.254/latest/meta-data/ | The host has an address that is not public",
                "http://2130706433/ | An IPv4 address has four decimal numbers without leading zeros",
                "https://hooks.nowhere.invalid/ | The host has no address",
                "https://93.184.216.34:22/ | Port 22 is not allowed",
                "ftp://93.184.216.34/ | A URL begins with https:// or http://",
                "nonsense | A URL begins with https:// or http://"
            })
    void shouldRefuseAUrlThatLeadsInside(String url, String why) {
        register("{\"url\":\"" + url + "\"}")
                .statusCode(400)
                .body("error_code", equalTo("WEBHOOK_URL_REFUSED"))
                .body("details.field", equalTo("url"))
                .body("details.error", equalTo(why));
    }

    @Test
    void shouldSayWhatHelpsInPolish() {
        mine().header("Accept-Language", "pl")
                .contentType("application/json")
                .body("{\"url\":\"http://127.0.0.1/\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(400)
                .body("hint", containsString("tylko do publicznych odbiorców"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | url is missing",
                "{\"url\":null} | url is missing",
                "[] | A JSON object is expected, with url, and if need be events and description",
                "null | A JSON object is expected, with url, and if need be events and description",
                "{\"url\":\"https://93.184.216.34/\",\"events\":[]} | events names none; leave it out for all of them",
                "{\"url\":\"https://93.184.216.34/\",\"events\":[null]} | an event is null",
                "{\"url\":\"https://93.184.216.34/\",\"events\":[\"job.begun\"]} | events are job.succeeded, job.failed, job.cancelled"
            })
    void shouldSayWhatIsWrongWithAWish(String body, String why) {
        register(body)
                .statusCode(400)
                .body("error_code", equalTo("BAD_REQUEST"))
                .body("details.error", equalTo(why));
    }

    @Test
    void shouldRefuseParametersThatAreMalformed() {
        String path = WEBHOOKS + "/" + registered() + "/deliveries";

        for (String limit : List.of("0", "101", "x")) {
            mine().queryParam("limit", limit).get(path).then().statusCode(400).body("details.field", equalTo("limit"));
        }
        mine().queryParam("cursor", "x").get(path).then().statusCode(400).body("details.field", equalTo("cursor"));
    }

    @Test
    void shouldRefuseOneTooMany() {
        for (int i = 0; i < PlayedWebhooks.MOST; i++) {
            registered();
        }

        register("{\"url\":\"" + URL + "\"}").statusCode(409).body("error_code", equalTo("TOO_MANY_WEBHOOKS"));
    }

    @Test
    void shouldAskForTheScopesOfReadingAndWriting() {
        String id = registered();
        String reader = servers.keys().mint(owner, Scope.READ);
        String writer = servers.keys().mint(owner, Scope.WRITE);

        with(reader).get(WEBHOOKS + "/" + id).then().statusCode(200);
        with(reader).delete(WEBHOOKS + "/" + id).then().statusCode(403);
        with(reader).post(WEBHOOKS + "/" + id + "/secret").then().statusCode(403);
        with(writer).get(WEBHOOKS + "/" + id).then().statusCode(403);
        with(writer).delete(WEBHOOKS + "/" + id).then().statusCode(200);
        assertThat(given().get(WEBHOOKS).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldSayThatTheDatabaseIsAway() {
        // given
        String id = registered();
        mine().get(WEBHOOKS).then().statusCode(200);

        // when
        servers.setDatabaseAway(true);

        // then
        for (ValidatableResponse answer : List.of(
                mine().get(WEBHOOKS).then(),
                mine().get(WEBHOOKS + "/" + id).then(),
                register("{\"url\":\"" + URL + "\"}"))) {
            answer.statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("details.error", equalTo("The database is unavailable"));
        }
    }

    private static void unknown(ValidatableResponse answer) {
        answer.statusCode(404).body("error_code", equalTo("WEBHOOK_NOT_FOUND"));
    }

    private String registered() {
        return register("{\"url\":\"" + URL + "\"}").statusCode(201).extract().path("data.webhook.id");
    }

    private ValidatableResponse register(String body) {
        return mine().contentType("application/json").body(body).post(WEBHOOKS).then();
    }

    private RequestSpecification mine() {
        return with(key);
    }

    private static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }
}
