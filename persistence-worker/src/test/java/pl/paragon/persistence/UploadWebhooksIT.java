package pl.paragon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.UploadSecret;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.persistence.webhook.LocalReceiver.Received;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Receivers that an upload names, rather than their owner. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class UploadWebhooksIT extends AgainstAReceiver {

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
}
