package pl.paragon.persistence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.DeliveryPage;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.WebhookList;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.webhook.LocalReceiver.Received;
import pl.paragon.persistence.webhook.LocalReceiver.Reply;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** Webhooks as their owners see them: registered, listed, replayed and deleted. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class WebhooksIT extends AgainstAReceiver {

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
}
