package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Lane;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.webhook.LocalReceiver;
import pl.paragon.persistence.webhook.LocalReceiver.Received;
import pl.paragon.persistence.webhook.send.WebhookSecret;
import pl.paragon.testsupport.broker.Broker;

/** An owner of webhooks, with a receiver on this machine; each test has its own. */
abstract class AgainstAReceiver extends AgainstRealServers {

    static final String INTERNAL = "/internal/webhooks";

    final String owner = "owner-" + job;
    final LocalReceiver receiver = new LocalReceiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    MintedWebhook register(String path, WebhookEvent... events) {
        return registerUrl(receiver.url(path), events);
    }

    MintedWebhook registerUrl(String url, WebhookEvent... events) {
        byte[] wish = Json.write(new WebhookWish(url, events.length == 0 ? null : List.of(events), "cash register"));
        return Json.read(
                asOwner()
                        .contentType("application/json")
                        .body(wish)
                        .post(INTERNAL)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                MintedWebhook.class);
    }

    RequestSpecification asOwner() {
        return given().queryParam("owner", owner);
    }

    WebhookRecord shown(MintedWebhook webhook) {
        return Json.read(asOwner().get(INTERNAL + "/" + webhook.webhook().id()).asByteArray(), WebhookRecord.class);
    }

    Response replay(MintedWebhook webhook, DeliveryRecord delivery) {
        return asOwner().post(INTERNAL + "/" + webhook.webhook().id() + "/deliveries/" + delivery.id() + "/replay");
    }

    List<DeliveryRecord> deliveries(MintedWebhook webhook) {
        return deliveries(webhook.webhook());
    }

    List<DeliveryRecord> deliveries(WebhookRecord webhook) {
        return page(asOwner().get(INTERNAL + "/" + webhook.id() + "/deliveries"))
                .deliveries();
    }

    static DeliveryPage page(Response answer) {
        return Json.read(answer.then().statusCode(200).extract().asByteArray(), DeliveryPage.class);
    }

    DeliveryRecord awaitDelivery(MintedWebhook webhook, DeliveryState state) {
        Predicate<List<DeliveryRecord>> reached =
                all -> !all.isEmpty() && all.getFirst().state() == state;
        return await().atMost(Broker.PATIENCE)
                .until(() -> deliveries(webhook), reached)
                .getFirst();
    }

    /** The owner's, in the register. */
    void accept(JobId accepted) {
        accept(accepted, null);
    }

    void accept(JobId accepted, String webhookUrl) {
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
    void end(JobId ended) {
        accept(ended);
        broker.publish(Fixtures.cancelled(ended));
        broker.await(ended, JobEnded.class);
    }

    JsonNode body(String path) throws IOException {
        return Json.mapper().readTree(receiver.received(path).getFirst().body());
    }

    static String signature(String secret, Received message) {
        return WebhookSecret.of(secret)
                .signature(
                        message.headers().get("webhook-id"),
                        Instant.ofEpochSecond(Long.parseLong(message.headers().get("webhook-timestamp"))),
                        message.body().getBytes(UTF_8));
    }
}
