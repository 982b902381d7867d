package pl.paragon.persistence.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.persistence.RealDatabase;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.webhook.WebhookConfig;
import pl.paragon.persistence.webhook.delivery.Deliveries.Settlement;
import pl.paragon.persistence.webhook.send.Answer;
import pl.paragon.runtime.webhook.ReceiverPolicy;
import pl.paragon.testsupport.broker.Broker;
import pl.paragon.testsupport.broker.RealBroker;

/**
 * Deliverers side by side, in the year 2100: whatever they do is not due for the one of the running service. Each test
 * has an owner of its own.
 */
@QuarkusTest
@WithTestResource(RealBroker.class)
@WithTestResource(RealDatabase.class)
class DeliverersIT {

    private static final Instant NOON = Instant.parse("2100-01-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    Transactions transactions;

    @Inject
    Deliveries deliveries;

    @Inject
    ReceiverPolicy receivers;

    @Inject
    WebhookConfig config;

    @Inject
    EntityManager database;

    private final String owner = "owner-" + UUID.randomUUID();

    /** What other tests left would be due long ago. */
    @BeforeEach
    void forget() {
        change("delete from webhook", Map.of());
    }

    @Test
    void shouldSendEachMessageOnceThoughTwoDeliverersLookForIt() {
        // given
        webhook("http://127.0.0.1:9001/");
        webhook("http://127.0.0.1:9002/");
        make(jobs(100), NOON);
        Queue<String> sent = new ConcurrentLinkedQueue<>();

        // when
        try (Deliverer one = deliverer(NOON, sent);
                Deliverer two = deliverer(NOON, sent)) {
            await().atMost(Broker.PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
                Thread other = Thread.ofPlatform().start(one::run);
                two.run();
                other.join();
                return pending() == 0;
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }

        // then
        assertThat(sent).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void shouldMakeADeliveryOnceHoweverOftenTheJobEnds() {
        // given
        webhook("http://127.0.0.1:9001/");
        List<JobId> jobs = jobs(3);

        // when
        make(jobs, NOON);
        make(jobs, NOON);

        // then
        assertThat(pending()).isEqualTo(3);
    }

    @Test
    void shouldSendAgainWhatAWorkerThatDiedHadInHand() {
        // given
        webhook("http://127.0.0.1:9001/");
        make(jobs(1), NOON);
        DueDelivery first = take(NOON, 10, 4).getFirst();

        // when, then
        assertThat(take(NOON.plus(LEASE).minusMillis(1), 10, 4)).isEmpty();
        DueDelivery second = take(NOON.plus(LEASE), 10, 4).getFirst();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.number()).isEqualTo(2);

        // when the first one was not dead after all, its failure changes nothing
        settle(first, NOON, AttemptFault.BROKEN_OFF, new Settlement.Again(NOON));
        settle(first, NOON, AttemptFault.BROKEN_OFF, new Settlement.GivenUp());
        assertThat(take(NOON.plus(LEASE).plusSeconds(1), 10, 4)).isEmpty();
        assertThat(pending()).isOne();

        // but what it delivered is delivered
        settle(first, NOON, null, new Settlement.Delivered());
        assertThat(pending()).isZero();
    }

    @Test
    void shouldHaveAFewInHandForEachWebhook() {
        // given
        webhook("http://127.0.0.1:9001/");
        make(jobs(10), NOON);
        webhook("http://127.0.0.1:9002/");
        make(jobs(2), NOON.plusSeconds(1));
        Instant later = NOON.plusSeconds(2);

        // when
        List<DueDelivery> taken = take(later, 20, 4);
        List<DueDelivery> more = take(later, 20, 4);

        // then
        assertThat(taken.stream().filter(it -> it.url().contains("9001"))).hasSize(4);
        assertThat(taken.stream().filter(it -> it.url().contains("9002"))).hasSize(2);
        assertThat(more).isEmpty();
        assertThat(take(later.plus(LEASE), 3, 4))
                .as("no more than there are slots")
                .hasSize(3);
    }

    @Test
    void shouldPruneWhatEndedLongAgo() {
        // given
        webhook("http://127.0.0.1:9001/");
        make(jobs(2), NOON);
        settle(take(NOON, 1, 4).getFirst(), NOON, null, new Settlement.Delivered());

        // when
        inOne(() -> deliveries.prune(NOON, 100));
        long before = count("select count(*)");
        inOne(() -> deliveries.prune(NOON.plusSeconds(1), 100));

        // then
        assertThat(before).isEqualTo(2);
        assertThat(count("select count(*)")).isOne();
        assertThat(pending()).isOne();
    }

    private Deliverer deliverer(Instant now, Queue<String> sent) {
        return new Deliverer(
                transactions,
                deliveries,
                receivers,
                (receiver, attempt, headers, body) -> {
                    sent.add(headers.get("webhook-id"));
                    return new Answer.Answered(200, java.util.Optional.empty());
                },
                config,
                new RetrySchedule(Duration.ofSeconds(5), Duration.ofHours(6), Duration.ofDays(1), new Random(1)),
                Clock.fixed(now, ZoneOffset.UTC),
                new SimpleMeterRegistry());
    }

    /** As if it had been there for ever. */
    private void webhook(String url) {
        change("""
                insert into webhook (id, owner, url, events, description, secret, created_at)
                values (gen_random_uuid(), :owner, :url, '{job.cancelled}', '', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZI',
                    '2000-01-01T00:00Z')""", Map.of("owner", owner, "url", url));
    }

    private List<JobId> jobs(int count) {
        List<JobId> jobs = Stream.generate(JobId::random).limit(count).toList();
        jobs.forEach(job -> {
            change("""
                    insert into job (job_id, submitter, submitted_at, filename, file_key, media_type, size, sha256)
                    values (:job, :owner, now(), 'a.jpg', 'k', 'image/jpeg', 3, 'ab')""", Map.of("job", job.value(), "owner", owner));
            change(
                    "insert into job_outcome (job_id, outcome, decided_at) values (:job, 'cancelled', now())",
                    Map.of("job", job.value()));
        });
        return jobs;
    }

    private void make(List<JobId> jobs, Instant at) {
        inOne(() -> {
            deliveries.make(jobs, at);
            return true;
        });
    }

    private List<DueDelivery> take(Instant now, int atMost, int perWebhook) {
        return inOne(() -> deliveries.take(now, now.plus(LEASE), atMost, perWebhook));
    }

    private void settle(DueDelivery due, Instant at, AttemptFault cause, Settlement settlement) {
        AttemptRecord attempt = new AttemptRecord(due.number(), at, 0, cause == null ? 200 : null, cause);
        inOne(() -> {
            deliveries.settle(due.id(), attempt, settlement);
            return true;
        });
    }

    private long pending() {
        return count("select count(*) filter (where delivery.state = 'pending')");
    }

    private long count(String what) {
        return inOne(() -> session()
                .createNativeQuery(what + """
                        \s from webhook_delivery delivery join webhook on webhook.id = delivery.webhook_id
                        where owner = :owner""", Long.class)
                .setParameter("owner", owner)
                .getSingleResult());
    }

    private void change(String sql, Map<String, Object> parameters) {
        inOne(() -> {
            var change = session().createNativeMutationQuery(sql);
            parameters.forEach(change::setParameter);
            return change.executeUpdate();
        });
    }

    private <T> T inOne(Supplier<T> work) {
        return transactions.inOne(work);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
