package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.webhook.LocalReceiver;
import pl.paragon.persistence.webhook.LocalReceiver.Received;
import pl.paragon.persistence.webhook.LocalReceiver.Reply;
import pl.paragon.persistence.webhook.send.WebhookSecret;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Webhooks with real jobs and a receiver on this machine; each test has an owner of its own. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class WebhooksIT extends AgainstRealServers {

    private static final String INTERNAL = "/internal/webhooks";

    private final String owner = "owner-" + job;
    private final LocalReceiver receiver = new LocalReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void shouldTellOfASavedJobSignedAndOnce() throws IOException {
        // given
        MintedWebhook webhook = register("/in");

        // when
        accept(job);
        broker.publish(Fixtures.analyzedNow(job, Fixtures.document(), store));

        // then
        DeliveryRecord delivery = awaitDelivery(webhook, DeliveryState.DELIVERED);
        assertThat(receiver.received("/in")).singleElement().satisfies(message -> {
            assertThat(message.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("webhook-id", delivery.id())
                    .containsEntry("webhook-signature", signature(webhook.secret(), message));
        });
        JsonNode body = body("/in");
        JobEnded end = broker.await(job, JobEnded.class);
        assertThat(body.path("type").asText()).isEqualTo("job.succeeded");
        assertThat(Instant.parse(body.path("timestamp").asText())).isEqualTo(end.occurredAt());
        assertThat(body.at("/data/job_id").asText()).isEqualTo(job.toString());
        assertThat(body.at("/data/status").asText()).isEqualTo("SUCCESS");
        assertThat(body.at("/data/status_url").asText()).isEqualTo("/api/v3/receipts/status/" + job);
        assertThat(body.at("/data/receipt/store_name").asText()).isEqualTo("Sklep Próbny");
        assertThat(body.at("/data/receipt/total_amount").decimalValue()).isEqualByComparingTo("17.48");
        assertThat(body.at("/data/receipt/date").asText()).isEqualTo("2026-02-28");
        assertThat(body.at("/data/receipt/verdict").asText()).isEqualTo("proved");
        assertThat(body.at("/data").has("error")).isFalse();
        assertThat(delivery.event()).isEqualTo(WebhookEvent.JOB_SUCCEEDED);
        assertThat(delivery.jobId()).isEqualTo(job);
        assertThat(delivery.nextAttemptAt()).isNull();
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo(204);
            assertThat(attempt.cause()).isNull();
            assertThat(attempt.number()).isOne();
        });
    }

    @Test
    void shouldTellOfFailuresAndCancelsToWhomWantsThem() throws IOException {
        // given
        MintedWebhook ofFailures = register("/failures", WebhookEvent.JOB_FAILED);
        MintedWebhook ofAll = register("/all");
        JobId cancelled = JobId.random();

        // when
        accept(job);
        accept(cancelled);
        broker.publish(Fixtures.failed(job), Fixtures.cancelled(cancelled));

        // then
        awaitDelivery(ofFailures, DeliveryState.DELIVERED);
        await().atMost(Broker.PATIENCE)
                .until(() -> deliveries(ofAll).size() == 2
                        && deliveries(ofAll).stream().allMatch(it -> it.state() == DeliveryState.DELIVERED));
        assertThat(receiver.received("/failures")).hasSize(1);
        assertThat(deliveries(ofFailures)).hasSize(1);
        JsonNode failure = body("/failures");
        assertThat(failure.path("type").asText()).isEqualTo("job.failed");
        assertThat(failure.at("/data/status").asText()).isEqualTo("FAILURE");
        assertThat(failure.at("/data/error/code").asText()).isEqualTo("NOT_A_RECEIPT");
        assertThat(failure.at("/data/error/message").asText()).isNotEmpty();
        assertThat(receiver.received("/all").stream().map(Received::body))
                .anyMatch(text -> text.contains("\"job.cancelled\"") && text.contains("\"REVOKED\""));
    }

    @Test
    void shouldComeAgainWithTheSameIdUntilItIsTaken() {
        // given
        receiver.answer(
                "/in", Reply.status(500), Reply.status(307, "Location", receiver.url("/inside")), Reply.status(200));
        MintedWebhook webhook = register("/in");

        // when
        end(job);

        // then
        DeliveryRecord delivery = awaitDelivery(webhook, DeliveryState.DELIVERED);
        assertThat(delivery.attempts().stream().map(AttemptRecord::status)).containsExactly(500, 307, 200);
        assertThat(delivery.attempts().stream().map(AttemptRecord::cause))
                .containsExactly(AttemptFault.STATUS, AttemptFault.STATUS, null);
        assertThat(receiver.received("/in"))
                .hasSize(3)
                .allMatch(message -> message.headers().get("webhook-id").equals(delivery.id()));
        assertThat(receiver.received("/inside"))
                .as("redirects are not followed")
                .isEmpty();
    }

    @Test
    void shouldSendNothingMoreToAReceiverThatIsGone() {
        // given
        receiver.answer("/in", Reply.status(410));
        MintedWebhook webhook = register("/in");
        MintedWebhook other = register("/other");

        // when
        end(job);
        DeliveryRecord delivery = awaitDelivery(webhook, DeliveryState.GIVEN_UP);
        JobId next = JobId.random();
        end(next);
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/other").size() == 2);

        // then
        assertThat(delivery.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.status()).isEqualTo(410);
            assertThat(attempt.cause()).isEqualTo(AttemptFault.GONE);
        });
        assertThat(shown(webhook).disabledAt()).isNotNull();
        assertThat(shown(other).disabledAt()).isNull();
        assertThat(deliveries(webhook)).hasSize(1);
        assertThat(replay(webhook, delivery).statusCode()).isEqualTo(409);
    }

    @Test
    void shouldNotLetASlowReceiverHoldUpTheOthers() {
        // given
        receiver.answer("/slow", receiver.silence());
        MintedWebhook slow = register("/slow");
        MintedWebhook quick = register("/quick");

        // when
        List<JobId> jobs = Stream.generate(JobId::random).limit(6).toList();
        jobs.forEach(this::end);

        // then
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/quick").size() == jobs.size());
        DeliveryRecord late = await().atMost(Broker.PATIENCE)
                .until(
                        () -> deliveries(slow).stream()
                                .filter(it -> !it.attempts().isEmpty())
                                .findFirst()
                                .orElse(null),
                        it -> it != null);
        assertThat(late.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(late.attempts().getFirst().cause()).isEqualTo(AttemptFault.TIMED_OUT);
        assertThat(late.attempts().getFirst().status()).isNull();
        assertThat(late.nextAttemptAt()).isNotNull();
        assertThat(deliveries(quick)).allMatch(it -> it.state() == DeliveryState.DELIVERED);
    }

    @Test
    void shouldNeverCallAnAddressThatIsNotAllowed() {
        // given what the gateway should have refused, or what was allowed then
        MintedWebhook inside = registerUrl("http://10.0.0.1:8080/");
        MintedWebhook database = registerUrl("http://127.0.0.1:1023/");

        // when
        end(job);

        // then
        for (MintedWebhook webhook : List.of(inside, database)) {
            await().atMost(Broker.PATIENCE).until(() -> deliveries(webhook).stream()
                    .anyMatch(it -> !it.attempts().isEmpty()));
            assertThat(deliveries(webhook).getFirst().attempts().getFirst().cause())
                    .isEqualTo(AttemptFault.ADDRESS_REFUSED);
        }
    }

    @Test
    void shouldTellOfAJobThatTheRegisterHearsOfAfterItsEnd() {
        // given
        MintedWebhook webhook = register("/in");

        // when
        broker.publish(Fixtures.cancelled(job));
        await().atMost(Broker.PATIENCE)
                .until(() -> !database.rows("select 1 from webhook_unassigned where job_id = ?", job.value())
                        .isEmpty());
        accept(job);

        // then
        awaitDelivery(webhook, DeliveryState.DELIVERED);
        assertThat(database.rows("select 1 from webhook_unassigned where job_id = ?", job.value()))
                .isEmpty();
    }

    @Test
    void shouldNotTellOfWhatEndedBefore() {
        // given
        end(job);
        MintedWebhook webhook = register("/in");

        // when: the same fact once more, and another
        broker.publish(broker.await(job, JobEnded.class));
        end(JobId.random());
        awaitDelivery(webhook, DeliveryState.DELIVERED);

        // then
        assertThat(deliveries(webhook)).hasSize(1).noneMatch(it -> it.jobId().equals(job));
    }

    @Test
    void shouldForgetDeliveriesWithTheirJobOrWebhook() {
        // given
        receiver.answer("/in", Reply.status(500));
        MintedWebhook webhook = register("/in");
        MintedWebhook other = register("/other");
        end(job);
        awaitDelivery(other, DeliveryState.DELIVERED);
        await().atMost(Broker.PATIENCE).until(() -> deliveries(webhook).size() == 1);

        // when, then
        asOwner().delete(INTERNAL + "/" + webhook.webhook().id()).then().statusCode(200);
        assertThat(database.rows("select 1 from webhook_delivery where job_id = ?", job.value()))
                .hasSize(1);
        given().queryParam("submitter", owner)
                .delete("/internal/jobs/" + job)
                .then()
                .statusCode(200);
        assertThat(database.rows("select 1 from webhook_delivery where job_id = ?", job.value()))
                .isEmpty();
        asOwner().get(INTERNAL + "/" + webhook.webhook().id()).then().statusCode(404);
    }

    @Test
    void shouldReplayADeliveryWithItsId() {
        // given
        MintedWebhook webhook = register("/in");
        end(job);
        DeliveryRecord delivery = awaitDelivery(webhook, DeliveryState.DELIVERED);

        // when
        Response answer = replay(webhook, delivery);

        // then
        DeliveryRecord replayed =
                Json.read(answer.then().statusCode(200).extract().asByteArray(), DeliveryRecord.class);
        assertThat(replayed.state()).isEqualTo(DeliveryState.PENDING);
        await().atMost(Broker.PATIENCE)
                .until(() -> deliveries(webhook).getFirst().attempts().size() == 2);
        assertThat(receiver.received("/in"))
                .hasSize(2)
                .allMatch(message -> message.headers().get("webhook-id").equals(delivery.id()));
        assertThat(deliveries(webhook).getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void shouldSignWithBothSecretsForAWhileAfterANewOneWasMade() {
        // given
        MintedWebhook webhook = register("/in");

        // when
        MintedWebhook renewed = Json.read(
                asOwner()
                        .post(INTERNAL + "/" + webhook.webhook().id() + "/secret")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                MintedWebhook.class);
        end(job);
        awaitDelivery(webhook, DeliveryState.DELIVERED);

        // then
        Received message = receiver.received("/in").getFirst();
        assertThat(renewed.secret()).isNotEqualTo(webhook.secret());
        assertThat(message.headers().get("webhook-signature"))
                .isEqualTo(signature(renewed.secret(), message) + " " + signature(webhook.secret(), message));
    }

    @Test
    void shouldTellOfAJobWhereItsUploadSays() {
        // given
        String secret = uploadSecret(asOwner().get(INTERNAL + "/upload-secret"));
        JobId second = JobId.random();

        // when
        accept(job, receiver.url("/job"));
        accept(second, receiver.url("/job"));
        broker.publish(Fixtures.cancelled(job), Fixtures.cancelled(second));

        // then
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/job").size() == 2);
        assertThat(receiver.received("/job")).allSatisfy(message -> assertThat(message.headers())
                .containsEntry("webhook-signature", signature(secret, message)));
        WebhookRecord told = toldOf(job, receiver.url("/job"));
        assertThat(toldOf(second, receiver.url("/job")).id()).isEqualTo(told.id());
        assertThat(told.ofUploads()).isTrue();
        await().atMost(Broker.PATIENCE)
                .until(() -> deliveries(told).stream().allMatch(it -> it.state() == DeliveryState.DELIVERED));
        assertThat(deliveries(told)).hasSize(2);
        assertThat(Json.read(asOwner().get(INTERNAL).asByteArray(), WebhookList.class)
                        .webhooks())
                .as("those that were registered")
                .isEmpty();
        assertThat(asOwner().post(INTERNAL + "/" + told.id() + "/secret").statusCode())
                .as("it has no secret of its own")
                .isEqualTo(404);
    }

    @Test
    void shouldTellAnUploadsAddressOfThatJobAlone() {
        // given
        register("/all");
        accept(job, receiver.url("/job"));
        broker.publish(Fixtures.cancelled(job));
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/job").size() == 1);

        // when
        end(JobId.random());
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/all").size() == 2);

        // then
        assertThat(deliveries(toldOf(job, receiver.url("/job")))).hasSize(1);
    }

    @Test
    void shouldKeepTheSecretOfUploadsUntilItIsReplaced() {
        // given
        accept(job, receiver.url("/job"));
        broker.publish(Fixtures.cancelled(job));
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/job").size() == 1);

        // when
        String first = uploadSecret(asOwner().get(INTERNAL + "/upload-secret"));
        String second = uploadSecret(asOwner().post(INTERNAL + "/upload-secret"));
        JobId next = JobId.random();
        accept(next, receiver.url("/next"));
        broker.publish(Fixtures.cancelled(next));
        await().atMost(Broker.PATIENCE).until(() -> receiver.received("/next").size() == 1);

        // then
        Received before = receiver.received("/job").getFirst();
        Received after = receiver.received("/next").getFirst();
        assertThat(before.headers()).containsEntry("webhook-signature", signature(first, before));
        assertThat(second).isNotEqualTo(first);
        assertThat(after.headers())
                .containsEntry("webhook-signature", signature(second, after) + " " + signature(first, after));
    }

    @Test
    void shouldListDeliveriesPageByPage() {
        // given
        MintedWebhook webhook = register("/in");
        Stream.generate(JobId::random).limit(3).forEach(this::end);
        await().atMost(Broker.PATIENCE).until(() -> deliveries(webhook).size() == 3);

        // when
        String path = INTERNAL + "/" + webhook.webhook().id() + "/deliveries";
        DeliveryPage first = page(asOwner().queryParam("limit", 2).get(path));
        DeliveryPage second =
                page(asOwner().queryParam("before", first.nextCursor()).get(path));

        // then
        assertThat(first.deliveries()).hasSize(2);
        assertThat(second.nextCursor()).isNull();
        assertThat(Stream.concat(first.deliveries().stream(), second.deliveries().stream())
                        .map(DeliveryRecord::id))
                .containsExactlyElementsOf(
                        deliveries(webhook).stream().map(DeliveryRecord::id).toList());
    }

    @Test
    void shouldShowNothingToAnotherOwnerAndTheSecretToNobody() {
        // given
        MintedWebhook webhook = register("/in");
        end(job);
        DeliveryRecord delivery = awaitDelivery(webhook, DeliveryState.DELIVERED);
        String path = INTERNAL + "/" + webhook.webhook().id();

        // when, then
        RequestSpecification other = given().queryParam("owner", "somebody");
        assertThat(Json.read(other.get(INTERNAL).asByteArray(), WebhookList.class)
                        .webhooks())
                .isEmpty();
        assertThat(given().queryParam("owner", "somebody").get(path).statusCode())
                .isEqualTo(404);
        assertThat(given().queryParam("owner", "somebody").delete(path).statusCode())
                .isEqualTo(404);
        assertThat(given().queryParam("owner", "somebody")
                        .post(path + "/secret")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().queryParam("owner", "somebody")
                        .get(path + "/deliveries")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().queryParam("owner", "somebody")
                        .post(path + "/deliveries/" + delivery.id() + "/replay")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asOwner()
                        .post(path + "/deliveries/" + JobId.random() + "/replay")
                        .statusCode())
                .isEqualTo(404);
        assertThat(asOwner().get(INTERNAL + "/7").statusCode()).isEqualTo(404);
        assertThat(asOwner().get(INTERNAL).asString())
                .contains(webhook.webhook().id())
                .doesNotContain("whsec_");
        assertThat(shown(webhook)).isEqualTo(webhook.webhook());
    }

    @Test
    void shouldRefuseAWishThatIsNoneOrOneTooMany() {
        for (String body : List.of("", "{", "{}", "{\"url\":\"https://a.example/\",\"events\":[\"job.begun\"]}")) {
            asOwner().body(body).post(INTERNAL).then().statusCode(400);
        }
        register("/1");
        register("/2");
        register("/3");
        asOwner()
                .body(Json.write(new WebhookWish(receiver.url("/4"), null, null)))
                .post(INTERNAL)
                .then()
                .statusCode(409);
    }

    private MintedWebhook register(String path, WebhookEvent... events) {
        return registerUrl(receiver.url(path), events);
    }

    private MintedWebhook registerUrl(String url, WebhookEvent... events) {
        byte[] wish = Json.write(new WebhookWish(url, events.length == 0 ? null : List.of(events), "cash register"));
        return Json.read(
                asOwner()
                        .body(wish)
                        .post(INTERNAL)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                MintedWebhook.class);
    }

    private RequestSpecification asOwner() {
        return given().queryParam("owner", owner);
    }

    private WebhookRecord shown(MintedWebhook webhook) {
        return Json.read(asOwner().get(INTERNAL + "/" + webhook.webhook().id()).asByteArray(), WebhookRecord.class);
    }

    private Response replay(MintedWebhook webhook, DeliveryRecord delivery) {
        return asOwner().post(INTERNAL + "/" + webhook.webhook().id() + "/deliveries/" + delivery.id() + "/replay");
    }

    private List<DeliveryRecord> deliveries(MintedWebhook webhook) {
        return deliveries(webhook.webhook());
    }

    private List<DeliveryRecord> deliveries(WebhookRecord webhook) {
        return page(asOwner().get(INTERNAL + "/" + webhook.id() + "/deliveries"))
                .deliveries();
    }

    private WebhookRecord toldOf(JobId told, String url) {
        byte[] list = asOwner().queryParam("job", told.toString()).get(INTERNAL).asByteArray();
        return Json.read(list, WebhookList.class).webhooks().stream()
                .filter(webhook -> webhook.url().equals(url))
                .findFirst()
                .orElseThrow();
    }

    private static String uploadSecret(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), UploadSecret.class)
                .secret();
    }

    private static DeliveryPage page(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), DeliveryPage.class);
    }

    private DeliveryRecord awaitDelivery(MintedWebhook webhook, DeliveryState state) {
        Predicate<List<DeliveryRecord>> reached =
                all -> !all.isEmpty() && all.getFirst().state() == state;
        return await().atMost(Broker.PATIENCE)
                .until(() -> deliveries(webhook), reached)
                .getFirst();
    }

    /** The owner's, in the register. */
    private void accept(JobId accepted) {
        accept(accepted, null);
    }

    private void accept(JobId accepted, String webhookUrl) {
        Submission anonymous = Fixtures.submission(accepted);
        Submission mine = new Submission(
                anonymous.filename(),
                anonymous.file(),
                null,
                owner,
                anonymous.submittedAt(),
                Lane.INTERACTIVE,
                webhookUrl);
        broker.publish(new ReceiptSubmitted(accepted, Fixtures.NOW, mine));
        await().atMost(Broker.PATIENCE)
                .until(() -> !database.rows("select 1 from job where job_id = ?", accepted.value())
                        .isEmpty());
    }

    /** Accepted and cancelled, the shortest way to an end. */
    private void end(JobId ended) {
        accept(ended);
        broker.publish(Fixtures.cancelled(ended));
        broker.await(ended, JobEnded.class);
    }

    private JsonNode body(String path) throws IOException {
        return Json.mapper().readTree(receiver.received(path).getFirst().body());
    }

    private static String signature(String secret, Received message) {
        return WebhookSecret.of(secret)
                .signature(
                        message.headers().get("webhook-id"),
                        Instant.ofEpochSecond(Long.parseLong(message.headers().get("webhook-timestamp"))),
                        message.body().getBytes(UTF_8));
    }
}
