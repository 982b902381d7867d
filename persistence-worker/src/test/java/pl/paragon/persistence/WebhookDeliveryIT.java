package pl.paragon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.MintedWebhook;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.persistence.webhook.LocalReceiver.Received;
import pl.paragon.persistence.webhook.LocalReceiver.Reply;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/** What receivers are told of real jobs. */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class WebhookDeliveryIT extends AgainstAReceiver {

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
}
