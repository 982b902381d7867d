package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers tell browsers. */
@QuarkusTest
@WithTestResource(RealServers.class)
class AnswerHeadersIT extends AgainstAGateway {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/api/v3/receipts/health",
                "/api/v3/receipts/status/7",
                "/q/health",
                "/q/openapi"
            })
    void shouldBeThereWhateverTheAnswer(String path) {
        given().get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                // Browsers believe it over TLS only.
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void shouldBeThereOnWhatIsRefusedBeforeAnyEndpoint() {
        given().header("Content-Encoding", "gzip")
                .body("x")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(415)
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void shouldKeepWhatIsPersonalOutOfCaches() {
        given().get("/api/v3/receipts/status/7").then().header("Cache-Control", equalTo("no-store"));
        given().delete("/api/v3/receipts/7").then().header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void shouldLetNoOtherPageIn() {
        given().header("Origin", "http://localhost:3000")
                .get("/api/v3/receipts/health")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
