package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.key.Scope;

/** A gateway that believes an issuer of tokens. */
@QuarkusTest
@WithTestResource(RealServers.class)
@WithTestResource(PlayedIssuer.class)
@TestProfile(TakesTokens.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokenIT extends AgainstAGateway {

    private static final String STATUS = "/api/v3/receipts/status/7";

    PlayedIssuer issuer;

    /** The first, since once the issuer was seen its keys are known. */
    @Test
    @Order(1)
    void shouldStartWithoutItsIssuerAndSaySo() {
        // when it has started, and the issuer has not
        with(issuer.token("anna", "receipts:read"))
                .get(STATUS)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("error_code", equalTo("SERVICE_UNAVAILABLE"))
                .body("details.error", equalTo("The issuer of the tokens is unavailable"));
        given().get("/api/v3/receipts/health").then().statusCode(200);

        // then
        issuer.open();
        with(issuer.token("anna", "receipts:read")).get(STATUS).then().statusCode(404);
    }

    @Test
    void shouldGiveAJobToTheSubjectOfTheToken() {
        // given
        issuer.open();
        String anna = issuer.token("anna", "openid receipts:read receipts:write");

        // when
        JobId job = jobOf(upload(jpeg(10))
                .header("Authorization", "Bearer " + anna)
                .formParam("user_id", "jan")
                .post("/api/v3/receipts/process"));

        // then
        ReceiptSubmitted submitted = broker.await(job, ReceiptSubmitted.class);
        assertThat(submitted.submission().submitter()).isEqualTo("anna");
        assertThat(submitted.submission().userId()).isNull();
        Polls.patiently(() -> with(anna).get("/api/v3/receipts/status/" + job))
                .then()
                .statusCode(200);
        with(issuer.token("jan", "receipts:read"))
                .get("/api/v3/receipts/status/" + job)
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNameTheScopeThatIsMissing() {
        issuer.open();

        with(issuer.token("anna", "openid receipts:write"))
                .get(STATUS)
                .then()
                .statusCode(403)
                .body("details.scope", equalTo("receipts:read"));
        with(issuer.token("anna", "receipts")).get(STATUS).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://somebody.example",
        "aud, another-service",
        "exp, 1000000000",
        "exp,",
        "aud,",
        "iss,",
        "sub,",
        "sub, anonymous",
        "sub, household:5f0c3c52-7a0c-4f8e-9a53-0f6f5d1f2b11"
    })
    void shouldRefuseATokenThatIsNotMeantForIt(String claim, String value) {
        // given
        issuer.open();
        Map<String, Object> claims = issuer.claims("anna", "receipts:read");
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, claim.equals("exp") ? Long.valueOf(value) : value);
        }

        // when, then
        refused(issuer.token(claims));
    }

    @Test
    void shouldRefuseATokenThatSomebodyElseSignedOrNobody() {
        issuer.open();
        String token = issuer.token("anna", "receipts:read");
        refused(issuer.forged(issuer.claims("anna", "receipts:read")));
        refused(token.substring(0, token.lastIndexOf('.') + 1));
        refused("eyJhbGciOiJub25lIn0" + token.substring(token.indexOf('.'), token.lastIndexOf('.') + 1));
        refused("opaque");
    }

    @Test
    void shouldTakeKeysBesideTokens() {
        issuer.open();

        given().header("Authorization", "Bearer " + servers.keys().mint("anna", Scope.READ))
                .get(STATUS)
                .then()
                .statusCode(404);
        given().header("X-API-Key", issuer.token("anna", "receipts:read"))
                .get(STATUS)
                .then()
                .statusCode(401);
        given().get(STATUS).then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer realm=\"paragon\""));
    }

    private static void refused(String token) {
        with(token)
                .get(STATUS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("error_code", equalTo("UNAUTHORIZED"));
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }
}
