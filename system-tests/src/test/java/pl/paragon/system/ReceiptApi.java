package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import pl.paragon.running.client.ReceiptClient;

/** A client of API v3 that tolerates a gateway that is being restarted. */
final class ReceiptApi {

    private final ReceiptClient client;

    ReceiptApi(ReceiptClient client) {
        this.client = client;
    }

    /** @return the job id */
    String process(Path file) {
        String job = patiently("upload of " + file.getFileName(), () -> client.submit(file));
        assertThat(job).as("job id").isNotEmpty();
        return job;
    }

    JsonNode status(String job) {
        return patiently("status of job " + job, () -> client.status(job));
    }

    JsonNode cancel(String job) {
        return patiently("cancellation of job " + job, () -> client.cancel(job));
    }

    JsonNode health() {
        return patiently("health", client::health);
    }

    JsonNode awaitEnd(String job) {
        return awaitStatus(job, ReceiptClient::hasEnded);
    }

    JsonNode awaitStep(String job, String step) {
        return awaitStatus(job, status -> status.path("step").asText().equals(step));
    }

    void awaitStepOrEnd(String job, String step) {
        awaitStatus(
                job,
                status -> ReceiptClient.hasEnded(status)
                        || status.path("step").asText().equals(step));
    }

    private JsonNode awaitStatus(String job, Predicate<JsonNode> wanted) {
        return waiting("job " + job).until(() -> client.status(job), wanted);
    }

    private static <T> T patiently(String what, Callable<T> request) {
        return waiting(what).until(request, answer -> true);
    }

    private static ConditionFactory waiting(String what) {
        return await(what)
                .atMost(SharedParagon.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(IOException.class);
    }
}
