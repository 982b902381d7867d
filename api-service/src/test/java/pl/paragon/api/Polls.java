package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import pl.paragon.contracts.job.JobId;

/** Asks until the answer is there. */
final class Polls {

    /** Only so that a test that cannot succeed ends: a busy machine may be slow. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private Polls() {}

    static void untilReady() {
        await().atMost(LONGEST).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    /** @param path into the answer, e.g. {@code data.status} */
    static void until(JobId job, String path, Object value) {
        await("%s is %s".formatted(path, value))
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Objects.equals(status(job).path(path), value));
    }

    /** The answer after coming again as long as the gateway asks for it, as a client does. */
    static Response patiently(Supplier<Response> request) {
        return await().atMost(LONGEST).until(request::get, answer -> answer.statusCode() != 503);
    }

    static Response status(JobId job) {
        return given().get("/api/v3/receipts/status/" + job);
    }

    /** The job's status word, or where there is none the answer's status code. */
    static String word(JobId job) {
        Response answer = status(job);
        return answer.statusCode() == 200 ? answer.path("data.status") : String.valueOf(answer.statusCode());
    }
}
