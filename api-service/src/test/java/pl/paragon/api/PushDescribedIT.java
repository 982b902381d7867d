package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;

/** What a gateway sends is what its AsyncAPI document says, whatever becomes of a job. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PushDescribedIT extends AgainstAGateway {

    @Inject
    ReceiptFileStore store;

    @Test
    void shouldSendWhatItsAsyncApiDocumentSays() throws Exception {
        // given
        AsyncApiDocument document =
                AsyncApiDocument.of(given().get("/asyncapi.yaml").asString());
        try (SocketReader socket = new SocketReader("");
                EventReader stream = new EventReader("")) {
            JobId read = jobOf(upload(jpeg(100)).multiPart("user_id", "kasia").post("/api/v3/receipts/process"));
            JobId failing = uploaded();
            JobId cancelled = uploaded();
            awaitAll(socket, stream, "PENDING", read, failing, cancelled);

            // when
            broker.publish(Samples.step(read, Step.OCR), Samples.retry(failing));
            awaitAll(socket, stream, "PROGRESS", read);
            awaitAll(socket, stream, "RETRY", failing);
            broker.publish(Samples.analyzed(read, store), Samples.saved(read));
            broker.publish(Samples.failed(failing), Samples.cancelled(cancelled));
            awaitAll(socket, stream, "SUCCESS", read);
            awaitAll(socket, stream, "FAILURE", failing);
            awaitAll(socket, stream, "REVOKED", cancelled);

            // then
            Set<String> types = new TreeSet<>();
            Stream.concat(socket.messages().stream(), stream.events().stream().map(EventReader.Event::data))
                    .forEach(message -> {
                        assertThat(document.violations(message))
                                .as("%s", message)
                                .isEmpty();
                        types.add(message.path("event_type").asText());
                    });
            assertThat(types).containsExactly("receipt_error", "receipt_processed", "receipt_progress");
            assertThat(stream.events()).allSatisfy(event -> {
                assertThat(event.name())
                        .isEqualTo(event.data().path("event_type").asText());
                assertThat(event.id()).isEqualTo(event.data().path("event_id").asText());
            });
        }
    }

    private static void awaitAll(SocketReader socket, EventReader stream, String word, JobId... jobs) {
        for (JobId job : jobs) {
            socket.first(message -> is(message, job, word));
            stream.first(event -> is(event.data(), job, word));
        }
    }

    private static boolean is(JsonNode message, JobId job, String word) {
        return message.at("/data/job_id").asText().equals(job.toString())
                && message.at("/data/job_status").asText().equals(word);
    }

    private static JobId uploaded() {
        return jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
    }
}
