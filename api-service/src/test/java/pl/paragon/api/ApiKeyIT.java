package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.ApiKey;
import pl.paragon.contracts.key.Scope;

/** A gateway that asks who it is. */
@QuarkusTest
@WithTestResource(RealServers.class)
@TestProfile(AsksForKeys.class)
class ApiKeyIT extends AgainstAGateway {

    private static final String PROCESS = "/api/v3/receipts/process";

    @Test
    void shouldTakeAKeyInEitherHeaderAndGiveTheJobToItsOwner() {
        // given
        String anna = servers.keys().mint("anna", Scope.READ, Scope.WRITE);

        // when
        JobId job = jobOf(upload(jpeg(10))
                .header("Authorization", "Bearer " + anna)
                .formParam("user_id", "jan")
                .post(PROCESS));

        // then
        ReceiptSubmitted submitted = broker.await(job, ReceiptSubmitted.class);
        assertThat(submitted.submission().submitter()).isEqualTo("anna");
        assertThat(submitted.submission().userId()).isNull();
        Polls.patiently(() -> with(anna).get("/api/v3/receipts/status/" + job))
                .then()
                .statusCode(200);
    }

    @Test
    void shouldNotShowAJobToAnybodyElse() {
        // given
        String anna = servers.keys().mint("anna", Scope.READ, Scope.WRITE);
        String jan = servers.keys().mint("jan", Scope.READ, Scope.WRITE);
        String alsoAnna = servers.keys().mint("anna", Scope.READ);
        JobId job = jobOf(upload(jpeg(10)).header("X-API-Key", anna).post(PROCESS));

        // when, then
        Polls.patiently(() -> with(alsoAnna).get("/api/v3/receipts/status/" + job))
                .then()
                .statusCode(200);
        with(jan)
                .get("/api/v3/receipts/status/" + job)
                .then()
                .statusCode(404)
                .body("error_code", equalTo("JOB_NOT_FOUND"));
        with(jan).delete("/api/v3/receipts/" + job).then().statusCode(404);
        with(jan)
                .delete("/api/v3/receipts/cancel/" + job)
                .then()
                .statusCode(200)
                .body("data.known", equalTo(false));
    }

    @Test
    void shouldAskWhoComesWithoutAKey() throws IOException {
        // given
        long before = storedFiles();

        // when, then
        upload(jpeg(100_000))
                .header("Accept-Language", "pl")
                .post(PROCESS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"paragon\""))
                .body("error_code", equalTo("UNAUTHORIZED"))
                .body("detail.error_code", equalTo("UNAUTHORIZED"))
                .body("hint", containsString("klucz API"));
        given().accept("application/json, application/problem+json")
                .get("/api/v3/receipts/status/7")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/UNAUTHORIZED"));
        given().delete("/api/v3/receipts/7").then().statusCode(401);
        given().get("/api/v3/keys").then().statusCode(401);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAKeyThatHasExpiredWasRevokedOrNeverExisted() {
        // given
        String expired = servers.keys().expired("anna");
        String revoked = servers.keys().mint("anna", Scope.READ);
        servers.keys().revoke(revoked);
        String invented = ApiKey.mint(new java.security.SecureRandom()).text();

        // when, then
        refused(expired, "The API key has expired");
        refused(revoked, "The API key was revoked");
        refused(invented, "There is no such API key");
        refused("prgn_half", "This is no API key, or it is incomplete");
        refused("eyJhbGciOiJub25lIn0.e30.", "This is no API key, or it is incomplete");
    }

    @Test
    void shouldRefuseAKeyThatIsRevokedWhileItIsUsed() {
        // given
        String key = servers.keys().mint("anna", Scope.READ);
        with(key).get("/api/v3/receipts/status/7").then().statusCode(404);

        // when
        servers.keys().revoke(key);

        // then
        await().atMost(Polls.LONGEST)
                .until(() -> with(key).get("/api/v3/receipts/status/7").statusCode() == 401);
    }

    @Test
    void shouldNameTheScopeThatIsMissing() throws IOException {
        // given
        String reader = servers.keys().mint("anna", Scope.READ);
        String writer = servers.keys().mint("anna", Scope.WRITE);
        long before = storedFiles();

        // when, then
        upload(jpeg(100_000))
                .header("X-API-Key", reader)
                .post(PROCESS)
                .then()
                .statusCode(403)
                .header(
                        "WWW-Authenticate",
                        equalTo("Bearer realm=\"paragon\", error=\"insufficient_scope\", scope=\"receipts:write\""))
                .body("error_code", equalTo("FORBIDDEN"))
                .body("details.scope", equalTo("receipts:write"));
        with(writer).get("/api/v3/receipts/status/7").then().statusCode(403);
        with(writer).get("/api/v3/keys").then().statusCode(403);
        assertThat(storedFiles()).isEqualTo(before);
    }

    @Test
    void shouldLetAnAdministratorMakeListAndRevokeKeys() {
        // given
        String admin = servers.keys().mint("root", Scope.ADMIN);

        // when
        String made = with(admin)
                .contentType("application/json")
                .body("{\"owner\":\"ola\",\"name\":\"kasa\",\"scopes\":[\"receipts:read\"]}")
                .post("/api/v3/keys")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("data.record.owner", equalTo("ola"))
                .extract()
                .path("data.key");

        // then
        String id = ApiKey.parse(made).orElseThrow().id();
        with(made).get("/api/v3/receipts/status/7").then().statusCode(404);
        with(admin).get("/api/v3/keys").then().statusCode(200).body("data.keys.id", hasItem(id));
        with(admin).delete("/api/v3/keys/" + id).then().statusCode(200).body("data.revoked_at", notNullValue());
        with(admin).delete("/api/v3/keys/none").then().statusCode(404).body("error_code", equalTo("KEY_NOT_FOUND"));
        with(admin).get("/api/v3/receipts/status/7").then().statusCode(403);
    }

    @Test
    void shouldSayWhatIsWrongWithTheWishForAKey() {
        String admin = servers.keys().mint("root", Scope.ADMIN);
        wish(admin, "{\"scopes\":[\"admin\"]}", "owner is missing");
        wish(admin, "{\"owner\":\"ola\",\"scopes\":[\"everything\"]}", "there is no scope everything");
        wish(
                admin,
                "{\"owner\":\"ola\",\"scopes\":[\"admin\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                "expires_at is over");
        wish(admin, "[", "A JSON object is expected, with owner, scopes, and if need be name and expires_at");
    }

    @Test
    void shouldLetSeenKeysGoOnWithoutADatabaseAndNobodyElse() {
        // given
        String seen = servers.keys().mint("anna", Scope.READ);
        String unseen = servers.keys().mint("anna", Scope.READ);
        with(seen).get("/api/v3/receipts/status/7").then().statusCode(404);

        // when
        servers.setDatabaseAway(true);
        try {
            // then
            with(unseen).get("/api/v3/receipts/health").then().statusCode(200);
            with(unseen)
                    .get("/api/v3/receipts/status/7")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("details.error", equalTo("API keys cannot be verified now"));
            // Not a job's id, so that nothing but the key needs the database.
            with(seen).get("/api/v3/receipts/status/7").then().statusCode(404);
        } finally {
            servers.setDatabaseAway(false);
        }
        await().atMost(Polls.LONGEST)
                .until(() -> with(unseen).get("/api/v3/receipts/status/7").statusCode() == 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/problems",
                "/problems/UNAUTHORIZED",
                "/api/v3/receipts/health",
                "/q/health",
                "/q/health/ready",
                "/q/metrics",
                "/q/openapi"
            })
    void shouldShowWhatIsNobodysToAnybody(String path) {
        given().get(path).then().statusCode(200);
        with(servers.keys().expired("anna")).get(path).then().statusCode(200);
    }

    @Test
    void shouldKeepTheConnectionOfARefusedUpload() throws IOException {
        // given
        int port = io.restassured.RestAssured.port;
        String body = "x".repeat(300_000);
        String head =
                "POST " + PROCESS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;boundary=b\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n";

        // when both are sent before an answer is read
        String answers;
        try (var socket = new java.net.Socket("127.0.0.1", port)) {
            String second = "GET /api/v3/receipts/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + body + second).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            answers = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }

        // then
        assertThat(answers).contains("HTTP/1.1 401", "HTTP/1.1 200");
    }

    @Test
    void shouldWriteDownWhoDidWhatWithoutASecret() {
        // given
        String anna = servers.keys().mint("anna", Scope.READ, Scope.WRITE);
        String id = ApiKey.parse(anna).orElseThrow().id();
        String expired = servers.keys().expired("anna");

        try (AuditLines written = new AuditLines()) {
            // when
            with(anna).get("/api/v3/receipts/status/7").then().statusCode(404);
            with(expired).delete("/api/v3/receipts/8").then().statusCode(401);
            given().get("/api/v3/receipts/health").then().statusCode(200);
            JobId job = jobOf(upload(jpeg(10)).header("X-API-Key", anna).post(PROCESS));

            // then
            assertThat(written.lines())
                    .contains("{\"who\":\"anna\",\"shown_by\":\"key " + id + "\","
                            + "\"did\":\"GET /api/v3/receipts/status/{job_id}\",\"of\":{\"job_id\":\"7\"},"
                            + "\"outcome\":404,\"from\":\"127.0.0.1\"}")
                    .anyMatch(line -> line.contains("DELETE /api/v3/receipts/{job_id}")
                            && line.contains("\"outcome\":401")
                            && !line.contains("\"who\""))
                    .anyMatch(line -> line.contains("POST " + PROCESS) && line.contains(job.toString()))
                    .noneMatch(line -> line.contains("health") || line.contains("prgn_"));
        }
    }

    @Test
    void shouldOpenASocketToAReaderOnly() {
        String reader = servers.keys().mint("anna", Scope.READ);
        String writer = servers.keys().mint("anna", Scope.WRITE);

        socket(reader).join().abort();
        assertThatThrownBy(() -> socket(writer).join()).cause().satisfies(e -> assertStatus(e, 403));
        assertThatThrownBy(() -> socket(servers.keys().expired("anna")).join())
                .cause()
                .satisfies(e -> assertStatus(e, 401));
    }

    /** A page's WebSocket cannot send headers. */
    @Test
    void shouldTakeAKeyAsASubprotocolOfASocket() {
        String reader = servers.keys().mint("anna", Scope.READ);

        java.net.http.WebSocket opened = page(reader).join();
        assertThat(opened.getSubprotocol()).isEqualTo("bearer-token-carrier");
        opened.abort();
        assertThatThrownBy(() -> page(servers.keys().mint("anna", Scope.WRITE)).join())
                .cause()
                .satisfies(e -> assertStatus(e, 403));
        assertThatThrownBy(() -> page("prgn_nonsense").join()).cause().satisfies(e -> assertStatus(e, 401));
    }

    private static java.util.concurrent.CompletableFuture<java.net.http.WebSocket> page(String key) {
        return java.net.http.HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", "quarkus-http-upgrade#Authorization#Bearer%20" + key)
                .buildAsync(SocketReader.address(""), new java.net.http.WebSocket.Listener() {});
    }

    private static void assertStatus(Throwable refusal, int status) {
        assertThat(((java.net.http.WebSocketHandshakeException) refusal)
                        .getResponse()
                        .statusCode())
                .isEqualTo(status);
    }

    private static java.util.concurrent.CompletableFuture<java.net.http.WebSocket> socket(String key) {
        return java.net.http.HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-API-Key", key)
                .buildAsync(
                        java.net.URI.create("ws://127.0.0.1:" + io.restassured.RestAssured.port + "/ws"),
                        new java.net.http.WebSocket.Listener() {});
    }

    private void refused(String key, String why) {
        for (RequestSpecification request :
                List.of(given().header("Authorization", "Bearer " + key), given().header("X-API-Key", key))) {
            request.get("/api/v3/receipts/status/7")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("error=\"invalid_token\", error_description=\"" + why))
                    .body("details.error", equalTo(why));
        }
    }

    private static void wish(String admin, String body, String why) {
        with(admin)
                .contentType("application/json")
                .body(body)
                .post("/api/v3/keys")
                .then()
                .statusCode(400)
                .body("details.error", equalTo(why));
    }

    private static RequestSpecification with(String key) {
        return given().header("X-API-Key", key);
    }
}
