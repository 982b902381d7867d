package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ten jobs an hour for each user: an hour, so that no machine is too slow for the test. */
@QuarkusTest
@WithTestResource(
        value = RealServers.class,
        initArgs = {
            @ResourceArg(name = "paragon.rate-limit.enabled", value = "true"),
            @ResourceArg(name = "paragon.rate-limit.period", value = "1h"),
            @ResourceArg(name = "paragon.rate-limit.timeout", value = "5s"),
            @ResourceArg(name = "paragon.rate-limit.classes.shops.jobs", value = "2"),
            @ResourceArg(name = "paragon.rate-limit.classes.shops.users", value = "shop-1,shop-2")
        })
class RateLimitIT extends AgainstAGateway {

    private final String user = UUID.randomUUID().toString();

    @Test
    void shouldRefuseTheEleventhJobAndSayWhenToComeBack() throws IOException {
        // given
        for (int left = 9; left >= 0; left--) {
            accepted(by(user))
                    .then()
                    .header("RateLimit-Policy", equalTo("\"default\";q=10;w=3600"))
                    .header("RateLimit", startsWith("\"default\";r=" + left + ";t="));
        }
        long stored = storedFiles();

        // when
        Response refused = by(user);

        // then
        refused.then()
                .statusCode(429)
                .header("RateLimit-Policy", equalTo("\"default\";q=10;w=3600"))
                .header("RateLimit", equalTo("\"default\";r=0;t=" + refused.header("Retry-After")))
                .body("error_code", equalTo("RATE_LIMITED"))
                .body("detail.message", equalTo("Too many requests"))
                .body("details.limit", equalTo(10))
                .body("details.period_seconds", equalTo(3600))
                .body("hint", containsString("Retry-After"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        assertThat(storedFiles()).as("nothing is kept").isEqualTo(stored);
        assertThat(given().get("/q/metrics").asString()).contains("paragon_uploads_total{outcome=\"rate_limited\"}");

        // and the form goes before the parameter
        accepted(upload(jpeg(10))
                .queryParam("user_id", user)
                .multiPart("user_id", "another " + user)
                .post("/api/v3/receipts/process"));
        upload(jpeg(10))
                .queryParam("user_id", user)
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(429);
    }

    @Test
    void shouldTakeNothingForAnUploadThatIsRefused() {
        // when
        for (int i = 0; i < 12; i++) {
            given().multiPart("file", "a.png", jpeg(10), "image/png")
                    .multiPart("user_id", user)
                    .post("/api/v3/receipts/process")
                    .then()
                    .statusCode(400);
        }

        // then
        accepted(by(user)).then().header("RateLimit", startsWith("\"default\";r=9;"));
    }

    @Test
    void shouldAcceptNoMoreOfABurst() throws Exception {
        // given
        Callable<Integer> one = () -> by(user).statusCode();

        // when
        List<Future<Integer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Collections.nCopies(24, one));
        }

        // then
        assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 202))
                .hasSize(10);
        assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 429))
                .hasSize(14);
    }

    @Test
    void shouldGiveAClassItsOwnLimit() {
        accepted(by("shop-1")).then().header("RateLimit-Policy", equalTo("\"shops\";q=2;w=60"));
        accepted(by("shop-1"));
        by("shop-1").then().statusCode(429);
        accepted(by("shop-2"));
    }

    @Test
    void shouldKnowWhoDoesNotSayWhoTheyAreByTheirAddress() {
        for (int i = 0; i < 10; i++) {
            accepted(upload(jpeg(10)).post("/api/v3/receipts/process"));
        }

        upload(jpeg(10))
                .header("X-Forwarded-For", "198.51.100.7")
                .header("Forwarded", "for=198.51.100.7")
                .post("/api/v3/receipts/process")
                .then()
                .statusCode(429);
        accepted(by(user));
    }

    private static Response accepted(Response answer) {
        answer.then().statusCode(202);
        return answer;
    }

    private static Response by(String user) {
        return upload(jpeg(10)).multiPart("user_id", user).post("/api/v3/receipts/process");
    }
}
