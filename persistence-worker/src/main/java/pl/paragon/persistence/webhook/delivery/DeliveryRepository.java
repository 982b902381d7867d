package pl.paragon.persistence.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import pl.paragon.contracts.error.JobError;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.Money;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookMessage;
import pl.paragon.persistence.database.SingleValueQuery;
import pl.paragon.persistence.webhook.send.WebhookSecret;

/** The deliveries in PostgreSQL. */
@ApplicationScoped
class DeliveryRepository implements Deliveries {

    private final EntityManager database;
    private final SecureRandom random = new SecureRandom();

    DeliveryRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void make(Collection<JobId> ended, Instant at) {
        UUID[] jobs = ended.stream().map(JobId::value).toArray(UUID[]::new);
        // In this order: what is known by the second look only is noted, and made later.
        change(DeliverySql.NOTE, jobs).setParameter("at", at, Instant.class).executeUpdate();
        make(jobs, at);
    }

    private void make(UUID[] jobs, Instant at) {
        SingleValueQuery.of(session(), DeliverySql.OWNERS_WITHOUT_SECRET, String.class)
                .setParameter("jobs", jobs)
                .list()
                .forEach(this::addSecret);
        change(DeliverySql.MAKE_WEBHOOKS_OF_UPLOADS, jobs)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
        change(DeliverySql.MAKE, jobs).setParameter("at", at, Instant.class).executeUpdate();
    }

    /** Whoever asks for it later gets this one. */
    private void addSecret(String owner) {
        session()
                .createNativeMutationQuery(DeliverySql.ADD_SECRET)
                .setParameter("owner", owner, String.class)
                .setParameter("secret", WebhookSecret.make(random).text(), String.class)
                .executeUpdate();
    }

    @Override
    public void makeNoted(Instant at, Instant since, int atMost) {
        UUID[] jobs =
                SingleValueQuery.of(session(), DeliverySql.NOTED, UUID.class)
                        .setParameter("atMost", atMost, Integer.class)
                        .stream()
                        .toArray(UUID[]::new);
        if (jobs.length > 0) {
            // In this order: what is forgotten is known, so its deliveries are made.
            change(DeliverySql.FORGET, jobs)
                    .setParameter("since", since, Instant.class)
                    .executeUpdate();
            make(jobs, at);
        }
    }

    @Override
    public List<DueDelivery> take(Instant now, Instant until, int atMost, int perWebhook) {
        return session()
                .createNativeQuery(DeliverySql.TAKE, Object[].class)
                .setParameter("now", now, Instant.class)
                .setParameter("until", until, Instant.class)
                .setParameter("atMost", atMost, Integer.class)
                .setParameter("perWebhook", perWebhook, Integer.class)
                .list()
                .stream()
                .map(DeliveryRepository::due)
                .toList();
    }

    @Override
    public void settle(UUID delivery, AttemptRecord attempt, Settlement settlement) {
        session()
                .createNativeMutationQuery(DeliverySql.NOTE_ATTEMPT)
                .setParameter("delivery", delivery, UUID.class)
                .setParameter("number", attempt.number(), Integer.class)
                .setParameter("at", attempt.at(), Instant.class)
                .setParameter("duration", attempt.durationMs(), Long.class)
                .setParameter("status", attempt.status(), Integer.class)
                .setParameter(
                        "fault",
                        Optional.ofNullable(attempt.cause())
                                .map(AttemptFault::id)
                                .orElse(null),
                        String.class)
                .executeUpdate();
        Instant ended = attempt.at().plusMillis(attempt.durationMs());
        switch (settlement) {
            case Settlement.Delivered() -> end(delivery, DeliveryState.DELIVERED, ended, "true");
            case Settlement.Again(Instant at) ->
                session()
                        .createNativeMutationQuery("""
                                update webhook_delivery set in_hand = false, due_at = :at
                                where id = :delivery and state = 'pending' and attempts = :number""")
                        .setParameter("at", at, Instant.class)
                        .setParameter("delivery", delivery, UUID.class)
                        .setParameter("number", attempt.number(), Integer.class)
                        .executeUpdate();
            case Settlement.GivenUp() -> end(delivery, DeliveryState.GIVEN_UP, ended, "attempts = " + attempt.number());
            case Settlement.Disabled() ->
                session()
                        .createNativeMutationQuery(DeliverySql.DISABLE)
                        .setParameter("at", ended, Instant.class)
                        .setParameter("delivery", delivery, UUID.class)
                        .executeUpdate();
        }
    }

    private void end(UUID delivery, DeliveryState state, Instant at, String condition) {
        session()
                .createNativeMutationQuery("""
                        update webhook_delivery set state = :state, in_hand = false, ended_at = :at
                        where id = :delivery and state = 'pending' and\s""" + condition)
                .setParameter("state", state.id(), String.class)
                .setParameter("at", at, Instant.class)
                .setParameter("delivery", delivery, UUID.class)
                .executeUpdate();
    }

    @Override
    public int prune(Instant endedBefore, int atMost) {
        session()
                .createNativeMutationQuery(DeliverySql.PRUNE_WEBHOOKS_OF_UPLOADS)
                .setParameter("before", endedBefore, Instant.class)
                .executeUpdate();
        return session()
                .createNativeMutationQuery(DeliverySql.PRUNE)
                .setParameter("before", endedBefore, Instant.class)
                .setParameter("atMost", atMost, Integer.class)
                .executeUpdate();
    }

    private static DueDelivery due(Object[] row) {
        return new DueDelivery(
                (UUID) row[0],
                (Integer) row[1],
                (Integer) row[2],
                (Instant) row[3],
                (String) row[4],
                Stream.of(row[5], row[6])
                        .flatMap(secret -> Optional.ofNullable((String) secret).stream())
                        .map(WebhookSecret::of)
                        .toList(),
                message(row));
    }

    private static WebhookMessage message(Object[] row) {
        WebhookEvent event = WebhookEvent.of((String) row[7]);
        JobId job = new JobId((UUID) row[8]);
        WebhookMessage.Failure failure = row[10] == null ? null : failure((String) row[10]);
        return new WebhookMessage(
                event,
                (Instant) row[9],
                new WebhookMessage.Job(job, event.status(), "/api/v3/receipts/status/" + job, receipt(row), failure));
    }

    private static WebhookMessage.Failure failure(String json) {
        JobError error = Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), JobError.class);
        return new WebhookMessage.Failure(error.code(), error.message());
    }

    /** Its verdict is the one column that is never null. */
    private static WebhookMessage.Receipt receipt(Object[] row) {
        return row[15] == null
                ? null
                : new WebhookMessage.Receipt(
                        (String) row[11],
                        date(row[12]),
                        row[13] == null ? null : new Money((Long) row[13]),
                        (String) row[14],
                        Verdict.valueOf(((String) row[15]).toUpperCase(Locale.ROOT)));
    }

    private static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private MutationQuery change(String sql, UUID[] jobs) {
        return session().createNativeMutationQuery(sql).setParameter("jobs", jobs);
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
