package pl.paragon.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static pl.paragon.api.Uploads.jobOf;
import static pl.paragon.api.Uploads.jpeg;
import static pl.paragon.api.Uploads.upload;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.files.ReceiptFileStore;

/** What a client is sent of its jobs, over a stream of events and over a socket. */
@QuarkusTest
@WithTestResource(RealServers.class)
class PushIT extends AgainstAGateway {

    @Inject
    ReceiptFileStore store;

    @Test
    void shouldStreamOneJobFromHowItStandsToItsEnd() throws Exception {
        // given
        JobId job = uploaded();
        try (EventReader stream = new EventReader("/" + job)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            stream.first(event -> event.word().equals("PENDING"));

            // when
            broker.publish(Samples.step(job, Step.OCR));

            // then
            EventReader.Event progress = stream.first(event -> event.word().equals("PROGRESS"));
            assertThat(progress.name()).isEqualTo("receipt_progress");
            assertThat(progress.data().at("/data/step").asText()).isEqualTo("OCR");
            assertThat(progress.data().at("/data/progress").asInt()).isEqualTo(25);
            assertThat(progress.data().at("/data/message").asText()).isEqualTo("Przetwarzanie OCR");

            // when
            broker.publish(Samples.analyzed(job, store), Samples.saved(job));

            // then
            EventReader.Event end = stream.first(event -> event.word().equals("SUCCESS"));
            assertThat(end.name()).isEqualTo("receipt_processed");
            assertThat(end.data().at("/data/receipt/store").asText()).isEqualTo("Pod Lipą");
            assertThat(end.data().at("/data/receipt/total").asText()).isEqualTo("15.50");
            assertThat(end.data().at("/data/receipt/items_count").asInt()).isEqualTo(2);
            assertThat(end.data().path("event_id").asText()).isEqualTo(end.id());
            stream.awaitEnd();

            // when it comes back, as browsers do
            try (EventReader again = new EventReader("/" + job, "Last-Event-ID", end.id())) {
                assertThat(again.statusCode()).isEqualTo(204);
            }
            try (EventReader again = new EventReader("/" + job, "Last-Event-ID", progress.id())) {
                again.awaitEnd();
                assertThat(again.events()).extracting(EventReader.Event::word).containsExactly("SUCCESS");
            }
        }
    }

    @Test
    void shouldStreamAllJobsAndSendWhatChangedWhileTheClientWasAway() throws Exception {
        // given
        JobId before = uploaded();
        JobId first;
        String last;
        try (EventReader stream = new EventReader("")) {
            first = uploaded();
            stream.first(event -> event.job().equals(first.toString()));
            broker.publish(Samples.step(first, Step.OCR));
            last = stream.first(event -> event.word().equals("PROGRESS")).id();
            assertThat(stream.events()).extracting(EventReader.Event::job).doesNotContain(before.toString());
        }

        // when
        JobId second = uploaded();
        broker.publish(Samples.step(first, Step.AI_ANALYSIS), Samples.failed(first));
        Polls.until(first, "data.status", "FAILURE");

        // then
        try (EventReader stream = new EventReader("", "Last-Event-ID", last)) {
            EventReader.Event end = stream.first(event -> event.job().equals(first.toString()));
            assertThat(end.name()).isEqualTo("receipt_error");
            assertThat(end.word()).isEqualTo("FAILURE");
            assertThat(end.data().at("/data/error").asText()).contains("zabezpieczony hasłem");
            assertThat(end.data().at("/data/error_code").asText()).isEqualTo("PDF_ENCRYPTED");
            stream.first(event -> event.job().equals(second.toString()));
            assertThat(stream.events())
                    .extracting(EventReader.Event::job)
                    .doesNotContain(before.toString())
                    .containsOnlyOnce(first.toString());
        }
        try (EventReader stream = new EventReader("?last_event_id=" + last)) {
            stream.first(event -> event.job().equals(first.toString()));
        }
    }

    @Test
    void shouldSendTheMessagesThatThePredecessorDocumentedOverTheSocket() throws Exception {
        // given
        try (SocketReader socket = new SocketReader("")) {
            socket.say("{\"type\":\"whatever the client says is ignored\"}");
            JobId job = jobOf(upload(jpeg(100)).multiPart("user_id", "kasia").post("/api/v3/receipts/process"));
            JobId failing = uploaded();
            JobId cancelled = uploaded();

            // when
            broker.publish(Samples.step(job, Step.OCR));
            socket.first(message -> is(message, job, "PROGRESS"));
            broker.publish(
                    Samples.analyzed(job, store),
                    Samples.saved(job),
                    Samples.failed(failing),
                    Samples.cancelled(cancelled));

            // then
            JsonNode processed = socket.first(message -> is(message, job, "SUCCESS"));
            assertThat(processed.path("event_type").asText()).isEqualTo("receipt_processed");
            assertThat(processed.path("user_id").asText()).isEqualTo("kasia");
            assertThat(processed.path("room").asText()).isEqualTo("user_kasia");
            assertThat(processed.path("timestamp").asText()).endsWith("Z");
            assertThat(processed.at("/data/task_id").asText()).isEqualTo(job.toString());
            assertThat(processed.at("/data/status").asText()).isEqualTo("completed");
            assertThat(processed.at("/data/receipt/filename").asText()).isEqualTo("paragon.jpg");
            assertThat(processed.at("/data/receipt/processing_time").asText()).endsWith("Z");
            JsonNode error = socket.first(message -> is(message, failing, "FAILURE"));
            assertThat(error.path("event_type").asText()).isEqualTo("receipt_error");
            assertThat(error.at("/data/status").asText()).isEqualTo("error");
            JsonNode revoked = socket.first(message -> is(message, cancelled, "REVOKED"));
            assertThat(revoked.path("event_type").asText()).isEqualTo("receipt_error");
            assertThat(revoked.at("/data/status").asText()).isEqualTo("cancelled");
        }
    }

    @Test
    void shouldSendOnlyWhatTheClientAsksFor() throws Exception {
        // given
        JobId one = uploaded();
        JobId two = uploaded();
        try (SocketReader named = new SocketReader("?job_id=" + one + "&job_id=" + two + "&job_id=none");
                SocketReader ofUser = new SocketReader("?user_id=zosia");
                EventReader stream = new EventReader("?job_id=" + two)) {

            // then how they stand is sent at once
            named.first(message -> is(message, one, "PENDING"));
            named.first(message -> is(message, two, "PENDING"));
            stream.first(event -> event.job().equals(two.toString()));

            // when
            JobId other = uploaded();
            JobId zosias = jobOf(upload(jpeg(100)).multiPart("user_id", "zosia").post("/api/v3/receipts/process"));
            broker.publish(Samples.failed(other), Samples.failed(zosias));
            ofUser.first(message -> is(message, zosias, "FAILURE"));
            broker.publish(Samples.failed(one), Samples.failed(two));

            // then
            named.first(message -> is(message, one, "FAILURE"));
            named.first(message -> is(message, two, "FAILURE"));
            stream.first(event -> event.word().equals("FAILURE"));
            assertThat(named.messages()).noneMatch(message -> isOf(message, other) || isOf(message, zosias));
            assertThat(stream.events()).extracting(EventReader.Event::job).containsOnly(two.toString());
            assertThat(ofUser.messages()).allMatch(message -> isOf(message, zosias));
        }
    }

    @Test
    void shouldSendNothingOfSomebodyElsesJob() throws Exception {
        // given
        JobId anothers = JobId.random();
        broker.publish(Samples.submittedBy("somebody", anothers));

        // when, then
        try (EventReader stream = new EventReader("/" + anothers)) {
            assertThat(stream.statusCode()).isEqualTo(404);
            assertThat(stream.body()).contains("JOB_NOT_FOUND");
        }
        try (EventReader all = new EventReader("");
                SocketReader socket = new SocketReader("");
                SocketReader asked = new SocketReader("?job_id=" + anothers)) {
            broker.publish(Samples.step(anothers, Step.OCR), Samples.failed(anothers));
            JobId mine = uploaded();
            broker.publish(Samples.failed(mine));
            all.first(
                    event -> event.job().equals(mine.toString()) && event.word().equals("FAILURE"));
            socket.first(message -> is(message, mine, "FAILURE"));
            assertThat(all.events()).extracting(EventReader.Event::job).doesNotContain(anothers.toString());
            assertThat(socket.messages()).noneMatch(message -> isOf(message, anothers));
            assertThat(asked.messages()).isEmpty();
        }
    }

    @Test
    void shouldEndTheStreamOfAJobThatIsDeleted() throws Exception {
        // given
        JobId job = uploaded();
        try (EventReader stream = new EventReader("/" + job)) {
            stream.first(event -> event.word().equals("PENDING"));

            // when
            broker.publish(Samples.deleted(job));

            // then
            stream.awaitEnd();
        }
        try (EventReader stream = new EventReader("/" + job)) {
            assertThat(stream.statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shouldRefuseWhatIsNoIdOfAnEvent() throws Exception {
        try (EventReader stream = new EventReader("", "Last-Event-ID", "yesterday")) {
            assertThat(stream.statusCode()).isEqualTo(400);
            assertThat(stream.body()).contains("Last-Event-ID is not the id of an event");
        }
        assertThat(refusal("?last_event_id=-3", null)).isEqualTo(400);
        given().get("/api/v3/receipts/events/no-uuid").then().statusCode(404);
    }

    @Test
    void shouldOpenNoSocketForAPageFromElsewhere() {
        assertThat(refusal("", "http://evil.example")).isEqualTo(403);
        assertThat(refusal("", "null")).isEqualTo(403);
        assertThat(refusal("", "http://localhost:3000")).isEqualTo(403);

        HttpClient ownPage = HttpClient.newHttpClient();
        assertThat(ownPage.newWebSocketBuilder()
                        .header("Origin", "http://127.0.0.1:" + RestAssured.port)
                        .buildAsync(SocketReader.address(""), new java.net.http.WebSocket.Listener() {})
                        .join())
                .isNotNull();
        ownPage.shutdownNow();
        await().atMost(Polls.LONGEST).until(() -> metric("paragon_push_listeners") == 0);
    }

    @Test
    void shouldKeepNothingOfAClientThatIsGone() throws Exception {
        // given
        EventReader stream = new EventReader("");
        SocketReader socket = new SocketReader("");
        await().atMost(Polls.LONGEST).until(() -> metric("paragon_push_listeners") == 2);
        assertThat(metric("paragon_feed_watches")).isEqualTo(1);

        // when
        stream.close();
        socket.close();

        // then
        await().atMost(Polls.LONGEST).until(() -> metric("paragon_push_listeners") == 0);
        assertThat(metric("paragon_feed_watches")).isZero();
    }

    private static int refusal(String query, String origin) {
        HttpClient client = HttpClient.newHttpClient();
        var builder = client.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        int[] status = new int[1];
        assertThatThrownBy(
                        () -> builder.buildAsync(SocketReader.address(query), new java.net.http.WebSocket.Listener() {})
                                .join())
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        e -> status[0] = ((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode());
        client.shutdownNow();
        return status[0];
    }

    private static double metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static boolean is(JsonNode message, JobId job, String word) {
        return isOf(message, job) && message.at("/data/job_status").asText().equals(word);
    }

    private static boolean isOf(JsonNode message, JobId job) {
        return message.at("/data/job_id").asText().equals(job.toString());
    }

    private static JobId uploaded() {
        return jobOf(upload(jpeg(100)).post("/api/v3/receipts/process"));
    }
}
