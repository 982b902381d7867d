package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.household.HouseholdOwner;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.Scope;

/** People who share receipts, at a gateway that asks who they are; each test has its own. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(AsksForKeys.class)
class HouseholdIT extends AgainstAGateway {

    private static final String PROCESS = "/api/v3/receipts/process";
    private static final String HOUSEHOLDS = "/api/v3/households";
    private static final String HEADER = "Paragon-Household";

    private final String tag = UUID.randomUUID().toString();
    private final String anna = "anna-" + tag;
    private final String jan = "jan|" + tag;
    private final String ola = "ola-" + tag;

    @AfterEach
    void comeBack() {
        servers.setDatabaseAway(false);
    }

    @Test
    void shouldShowMembersWhatAnyOfThemUploads() throws Exception {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);

        // when
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", annasKey)
                .header(HEADER, home)
                .post(PROCESS));

        // then
        assertThat(broker.await(job, ReceiptSubmitted.class).submission().submitter())
                .isEqualTo(HouseholdOwner.of(home));
        Polls.patiently(() -> with(jansKey).header(HEADER, home).get(status(job)))
                .then()
                .statusCode(200);
        with(jansKey).queryParam("household", home).get(status(job)).then().statusCode(200);
        with(jansKey).header(HEADER, home).get("/api/v3/receipts").then().statusCode(200);
        assertThat(servers.receipts().queries().getLast().submitter()).isEqualTo(HouseholdOwner.of(home));
        with(jansKey).header(HEADER, home).get("/api/v3/receipts/jobs").then().statusCode(200);
        assertThat(servers.lastJobsQuery()).containsEntry("submitter", HouseholdOwner.of(home));
        try (EventReader events = new EventReader("?household=" + home + "&job_id=" + job, "X-API-Key", jansKey)) {
            broker.publish(Samples.step(job, Step.OCR));
            events.first(
                    event -> event.job().equals(job.toString()) && event.word().equals("PROGRESS"));
        }
        socket("?household=" + home + "&job_id=" + job, jansKey).join().abort();

        // and it is neither's own
        with(annasKey).get(status(job)).then().statusCode(404);
        with(jansKey).get(status(job)).then().statusCode(404);
    }

    @Test
    void shouldShowAStrangerNothing() throws Exception {
        // given
        String home = servers.households().of(anna);
        String stranger = key(ola);
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", key(anna))
                .header(HEADER, home)
                .post(PROCESS));
        long before = storedFiles();

        // when, then
        with(stranger).get(status(job)).then().statusCode(404).body("error_code", equalTo("JOB_NOT_FOUND"));
        with(stranger)
                .header(HEADER, home)
                .header("Accept-Language", "pl")
                .get(status(job))
                .then()
                .statusCode(404)
                .body("error_code", equalTo("HOUSEHOLD_NOT_FOUND"))
                .body("details.household", equalTo(home))
                .body("hint", containsString("gospodarstwa domowego"));
        upload(jpeg(10_000))
                .header("X-API-Key", stranger)
                .header(HEADER, home)
                .post(PROCESS)
                .then()
                .statusCode(404);
        with(stranger)
                .queryParam("household", home)
                .get("/api/v3/receipts")
                .then()
                .statusCode(404);
        with(stranger).get(HOUSEHOLDS + "/" + home).then().statusCode(404);
        with(stranger).delete(HOUSEHOLDS + "/" + home).then().statusCode(404);
        with(stranger).put(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(404);
        with(stranger).put(HOUSEHOLDS + "/" + home + "/members/" + jan).then().statusCode(404);
        with(stranger)
                .delete(HOUSEHOLDS + "/" + home + "/members/" + anna)
                .then()
                .statusCode(404);
        makeDefault(stranger, home).then().statusCode(404);
        for (String none : List.of(UUID.randomUUID().toString(), "dom", HouseholdOwner.of(home))) {
            with(stranger).header(HEADER, none).get(status(job)).then().statusCode(404);
        }
        try (EventReader events = new EventReader("?household=" + home, "X-API-Key", stranger)) {
            assertThat(events.statusCode()).isEqualTo(404);
        }
        assertRefused(socket("?household=" + home, stranger), 404);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldLetNobodyInBeforeTheyHaveAgreedNorAfterTheyHaveLeft() {
        // given
        String annasKey = key(anna);
        String jansKey = key(jan);
        String home = with(annasKey)
                .contentType("application/json")
                .body("{\"name\":\"Dom\"}")
                .post(HOUSEHOLDS)
                .then()
                .statusCode(201)
                .header("Location", containsString(HOUSEHOLDS + "/"))
                .body("data.name", equalTo("Dom"))
                .body("data.members[0].owner", equalTo(anna))
                .extract()
                .path("data.id");
        JobId job = jobOf(upload(jpeg(10))
                .header("X-API-Key", annasKey)
                .header(HEADER, home)
                .post(PROCESS));

        // when
        with(annasKey)
                .put(HOUSEHOLDS + "/{id}/members/{owner}", home, jan)
                .then()
                .statusCode(200);

        // then
        with(jansKey)
                .get(HOUSEHOLDS)
                .then()
                .statusCode(200)
                .body("data.households[0].id", equalTo(home))
                .body("data.households[0].standing", equalTo("invited"));
        with(jansKey).header(HEADER, home).get(status(job)).then().statusCode(404);

        // when
        with(jansKey).put(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(200);

        // then at once, here
        Polls.patiently(() -> with(jansKey).header(HEADER, home).get(status(job)))
                .then()
                .statusCode(200);

        // when
        with(jansKey).delete(HOUSEHOLDS + "/" + home + "/members/me").then().statusCode(200);

        // then
        with(jansKey).header(HEADER, home).get(status(job)).then().statusCode(404);
        with(annasKey).header(HEADER, home).get(status(job)).then().statusCode(200);
    }

    @Test
    void shouldFollowWithinItsTimeWhatHappensElsewhere() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);
        with(jansKey).header(HEADER, home).get("/api/v3/receipts").then().statusCode(200);

        // when
        with(annasKey)
                .delete(HOUSEHOLDS + "/{id}/members/{owner}", home, jan)
                .then()
                .statusCode(200);

        // then
        await().atMost(Polls.LONGEST)
                .until(() -> with(jansKey)
                                .header(HEADER, home)
                                .get("/api/v3/receipts")
                                .statusCode()
                        == 404);
    }

    @Test
    void shouldPutUploadsWhereTheirDefaultSaysUnlessTheySayOtherwise() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        makeDefault(annasKey, home).then().statusCode(200).body("data.id", equalTo(home));

        // when, then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(HouseholdOwner.of(home));
        assertThat(ownerOf(jobOf(upload(jpeg(10))
                        .header("X-API-Key", annasKey)
                        .queryParam("household", "personal")
                        .post(PROCESS))))
                .isEqualTo(anna);
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", key(jan)).post(PROCESS))))
                .as("somebody else's default")
                .isEqualTo(jan);
        with(annasKey).get(HOUSEHOLDS).then().body("data.households[0].default", equalTo(true));

        // when
        with(annasKey).delete(HOUSEHOLDS + "/default").then().statusCode(200);

        // then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(anna);
    }

    @Test
    void shouldMisfileNothingWhileTheDatabaseIsAway() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);
        String jansKey = key(jan);
        makeDefault(annasKey, home).then().statusCode(200);
        with(annasKey).get("/api/v3/receipts").then().statusCode(200);
        // Whoever asks for households only is known by their key, and their default is not asked for.
        with(jansKey).get(HOUSEHOLDS).then().statusCode(200);

        // when
        servers.setDatabaseAway(true);

        // then
        assertThat(ownerOf(jobOf(upload(jpeg(10)).header("X-API-Key", annasKey).post(PROCESS))))
                .isEqualTo(HouseholdOwner.of(home));
        upload(jpeg(10))
                .header("X-API-Key", jansKey)
                .post(PROCESS)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("details.error", containsString("?household=personal"));
        upload(jpeg(10))
                .header("X-API-Key", jansKey)
                .header(HEADER, home)
                .post(PROCESS)
                .then()
                .statusCode(503);
        assertRefused(socket("", jansKey), 503);
        assertThat(ownerOf(jobOf(upload(jpeg(10))
                        .header("X-API-Key", jansKey)
                        .header(HEADER, "personal")
                        .post(PROCESS))))
                .isEqualTo(jan);
        with(annasKey).get(HOUSEHOLDS).then().statusCode(503);

        // when
        servers.setDatabaseAway(false);

        // then
        assertThat(ownerOf(jobOf(Polls.patiently(
                        () -> upload(jpeg(10)).header("X-API-Key", jansKey).post(PROCESS)))))
                .isEqualTo(jan);
    }

    @Test
    void shouldKeepApartTheIdempotencyKeysOfMembersAndOfTheirHouseholds() {
        // given
        String home = servers.households().of(anna, jan);
        String annasKey = key(anna);

        // when
        JobId first = jobOf(repeatable(annasKey, home));

        // then
        assertThat(jobOf(repeatable(annasKey, home))).isEqualTo(first);
        assertThat(jobOf(repeatable(annasKey, "personal"))).isNotEqualTo(first);
        assertThat(jobOf(repeatable(key(jan), home))).isNotEqualTo(first);
    }

    @Test
    void shouldWriteDownWhoActedForWhichHousehold() {
        // given
        String home = servers.households().of(anna);
        String key = key(anna);

        try (AuditLines written = new AuditLines()) {
            // when
            with(key)
                    .header(HEADER, home)
                    .get("/api/v3/receipts/status/7")
                    .then()
                    .statusCode(404);

            // then
            assertThat(written.lines())
                    .contains("{\"who\":\"" + anna + "\",\"shown_by\":\"key "
                            + ApiKey.parse(key).orElseThrow().id() + "\",\"on_behalf_of\":\"household:" + home + "\","
                            + "\"did\":\"GET /api/v3/receipts/status/{job_id}\",\"of\":{\"job_id\":\"7\"},"
                            + "\"outcome\":404,\"from\":\"127.0.0.1\"}");
        }
    }

    @Test
    void shouldRefuseWhatCouldBeMisunderstood() throws IOException {
        // given
        String home = servers.households().of(anna);
        String other = servers.households().of(anna);
        String key = key(anna);
        long before = storedFiles();

        // when, then
        with(key)
                .header(HEADER, home)
                .queryParam("household", other)
                .get("/api/v3/receipts")
                .then()
                .statusCode(400)
                .body("details.field", equalTo("household"));
        with(key)
                .header(HEADER, home)
                .queryParam("household", home)
                .get("/api/v3/receipts")
                .then()
                .statusCode(200);
        upload(jpeg(10))
                .multiPart("household", home)
                .header("X-API-Key", key)
                .post(PROCESS)
                .then()
                .statusCode(400)
                .body("details.field", equalTo("household"))
                .body("details.error", containsString(HEADER));
        for (String body : List.of("", "{}", "[]", "{\"name\":\" \"}", "{\"name\":\"" + "x".repeat(101) + "\"}")) {
            with(key)
                    .contentType("application/json")
                    .body(body)
                    .post(HOUSEHOLDS)
                    .then()
                    .statusCode(400)
                    .body("details.field", equalTo("name"));
        }
        with(key)
                .contentType("application/json")
                .body("{}")
                .put(HOUSEHOLDS + "/default")
                .then()
                .statusCode(400);
        for (String nobody : List.of("anonymous", HouseholdOwner.of(home), anna, "x".repeat(129))) {
            with(key)
                    .put(HOUSEHOLDS + "/{id}/members/{owner}", home, nobody)
                    .then()
                    .statusCode(400);
        }
        String admin = servers.keys().mint("root", Scope.ADMIN);
        with(admin)
                .contentType("application/json")
                .body("{\"owner\":\"household:x\",\"scopes\":[\"receipts:read\"]}")
                .post("/api/v3/keys")
                .then()
                .statusCode(400)
                .body("details.error", containsString("owner is a household"));
        assertThat(storedFiles()).isEqualTo(before);
    }

    private static Response repeatable(String key, String household) {
        return upload(jpeg(10))
                .header("X-API-Key", key)
                .header(HEADER, household)
                .header("Idempotency-Key", "one")
                .post(PROCESS);
    }

    private String key(String owner) {
        return servers.keys().mint(owner, Scope.READ, Scope.WRITE);
    }

    private String ownerOf(JobId job) {
        return broker.await(job, ReceiptSubmitted.class).submission().submitter();
    }

    private static Response makeDefault(String key, String household) {
        return with(key)
                .contentType("application/json")
                .body("{\"household\":\"" + household + "\"}")
                .put(HOUSEHOLDS + "/default");
    }

    private static String status(JobId job) {
        return "/api/v3/receipts/status/" + job;
    }

    private static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }

    private static CompletableFuture<WebSocket> socket(String query, String key) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-API-Key", key)
                .buildAsync(SocketReader.address(query), new WebSocket.Listener() {});
    }

    private static void assertRefused(CompletableFuture<WebSocket> socket, int status) {
        assertThatThrownBy(socket::join).cause().satisfies(refusal -> assertThat(
                        ((WebSocketHandshakeException) refusal).getResponse().statusCode())
                .isEqualTo(status));
    }
}
