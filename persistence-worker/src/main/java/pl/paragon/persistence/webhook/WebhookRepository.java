package pl.paragon.persistence.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.contracts.webhook.DeliveryRecord;
import pl.paragon.contracts.webhook.DeliveryState;
import pl.paragon.contracts.webhook.WebhookEvent;
import pl.paragon.contracts.webhook.WebhookRecord;
import pl.paragon.contracts.webhook.WebhookWish;
import pl.paragon.persistence.database.SingleValueQuery;

/** The webhooks in PostgreSQL. */
@ApplicationScoped
class WebhookRepository implements Webhooks {

    private static final String WEBHOOKS = """
            select id, url, array_to_string(events, ' '), description, of_uploads, created_at, disabled_at from webhook
            where owner = :owner""";

    private static final String DELIVERIES = """
            select id, event, job_id, state, created_at, due_at, ended_at from webhook_delivery
            where webhook_id = :webhook""";

    private static final String ATTEMPTS = """
            select delivery_id, number, at, duration_ms, status, fault from webhook_attempt
            where delivery_id = any(cast(:deliveries as uuid[])) order by number""";

    private final EntityManager database;

    WebhookRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public int countForAdding(String owner) {
        SingleValueQuery.of(
                        session(),
                        "select 1 from pg_advisory_xact_lock(hashtextextended('webhooks of ' || :owner, 0))",
                        Integer.class)
                .setParameter("owner", owner, String.class)
                .getSingleResult();
        return SingleValueQuery.of(
                        session(),
                        "select cast(count(*) as integer) from webhook where owner = :owner and not of_uploads",
                        Integer.class)
                .setParameter("owner", owner, String.class)
                .getSingleResult();
    }

    @Override
    public void add(UUID id, String owner, WebhookWish wish, String secret, Instant at) {
        session()
                .createNativeMutationQuery("""
                        insert into webhook (id, owner, url, events, description, secret, created_at)
                        values (:id, :owner, :url, string_to_array(:events, ' '), :description, :secret, :at)""")
                .setParameter("id", id, UUID.class)
                .setParameter("owner", owner, String.class)
                .setParameter("url", wish.url(), String.class)
                .setParameter(
                        "events", wish.events().stream().map(WebhookEvent::id).collect(Collectors.joining(" ")))
                .setParameter("description", wish.description(), String.class)
                .setParameter("secret", secret, String.class)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    @Override
    public Optional<WebhookRecord> find(String owner, UUID id) {
        return session()
                .createNativeQuery(WEBHOOKS + " and id = :id", Object[].class)
                .setParameter("owner", owner, String.class)
                .setParameter("id", id, UUID.class)
                .uniqueResultOptional()
                .map(WebhookRepository::webhook);
    }

    @Override
    public List<WebhookRecord> of(String owner) {
        return session()
                .createNativeQuery(WEBHOOKS + " and not of_uploads order by created_at desc, id", Object[].class)
                .setParameter("owner", owner, String.class)
                .stream()
                .map(WebhookRepository::webhook)
                .toList();
    }

    @Override
    public List<WebhookRecord> toldOf(String owner, JobId job) {
        return session()
                .createNativeQuery(WEBHOOKS + """
                        \sand id in (select webhook_id from webhook_delivery where job_id = :job)
                        order by created_at desc, id""", Object[].class)
                .setParameter("owner", owner, String.class)
                .setParameter("job", job.value(), UUID.class)
                .stream()
                .map(WebhookRepository::webhook)
                .toList();
    }

    @Override
    public String uploadSecret(String owner, String unlessThereIs) {
        session()
                .createNativeMutationQuery("""
                        insert into webhook_upload_secret (owner, secret) values (:owner, :secret)
                        on conflict (owner) do nothing""")
                .setParameter("owner", owner, String.class)
                .setParameter("secret", unlessThereIs, String.class)
                .executeUpdate();
        return SingleValueQuery.of(
                        session(), "select secret from webhook_upload_secret where owner = :owner", String.class)
                .setParameter("owner", owner, String.class)
                .getSingleResult();
    }

    @Override
    public void replaceUploadSecret(String owner, String secret, Instant until) {
        session()
                .createNativeMutationQuery("""
                        insert into webhook_upload_secret as kept (owner, secret) values (:owner, :secret)
                        on conflict (owner) do update
                        set secret = excluded.secret, earlier_secret = kept.secret, earlier_until = :until""")
                .setParameter("owner", owner, String.class)
                .setParameter("secret", secret, String.class)
                .setParameter("until", until, Instant.class)
                .executeUpdate();
    }

    @Override
    public boolean delete(String owner, UUID id) {
        return session()
                        .createNativeMutationQuery("delete from webhook where owner = :owner and id = :id")
                        .setParameter("owner", owner, String.class)
                        .setParameter("id", id, UUID.class)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean replaceSecret(String owner, UUID id, String secret, Instant until) {
        return session()
                        .createNativeMutationQuery("""
                                update webhook
                                set secret = :secret, earlier_secret = secret, earlier_until = :until
                                where owner = :owner and id = :id and not of_uploads""")
                        .setParameter("secret", secret, String.class)
                        .setParameter("until", until, Instant.class)
                        .setParameter("owner", owner, String.class)
                        .setParameter("id", id, UUID.class)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<DeliveryRecord> deliveries(UUID webhook, Optional<UUID> before, int atMost) {
        String position = before.isEmpty()
                ? ""
                : " and (created_at, id) < (select created_at, id from webhook_delivery where id = :before)";
        var query = session()
                .createNativeQuery(DELIVERIES + position + " order by created_at desc, id desc", Object[].class)
                .setParameter("webhook", webhook, UUID.class)
                .setMaxResults(atMost);
        before.ifPresent(id -> query.setParameter("before", id, UUID.class));
        return withAttempts(query.list());
    }

    @Override
    public Optional<DeliveryRecord> delivery(UUID webhook, UUID id) {
        return withAttempts(session()
                        .createNativeQuery(DELIVERIES + " and id = :id", Object[].class)
                        .setParameter("webhook", webhook, UUID.class)
                        .setParameter("id", id, UUID.class)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    public void replay(UUID delivery, Instant at) {
        session()
                .createNativeMutationQuery("""
                        update webhook_delivery
                        set due_at = case when in_hand then due_at else :at end,
                            round_began_at = case state when 'pending' then round_began_at else :at end,
                            round_attempts = case state when 'pending' then round_attempts else 0 end,
                            state = 'pending', ended_at = null
                        where id = :id""")
                .setParameter("id", delivery, UUID.class)
                .setParameter("at", at, Instant.class)
                .executeUpdate();
    }

    private List<DeliveryRecord> withAttempts(List<Object[]> deliveries) {
        Map<UUID, List<AttemptRecord>> attempts = session()
                .createNativeQuery(ATTEMPTS, Object[].class)
                .setParameter(
                        "deliveries",
                        deliveries.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(WebhookRepository::attempt, Collectors.toList())));
        return deliveries.stream()
                .map(row -> delivery(row, attempts.getOrDefault((UUID) row[0], List.of())))
                .toList();
    }

    private static WebhookRecord webhook(Object[] row) {
        return new WebhookRecord(
                row[0].toString(),
                (String) row[1],
                Arrays.stream(((String) row[2]).split(" "))
                        .map(WebhookEvent::of)
                        .toList(),
                (String) row[3],
                (Boolean) row[4],
                (Instant) row[5],
                (Instant) row[6]);
    }

    private static DeliveryRecord delivery(Object[] row, List<AttemptRecord> attempts) {
        DeliveryState state = DeliveryState.of((String) row[3]);
        return new DeliveryRecord(
                row[0].toString(),
                WebhookEvent.of((String) row[1]),
                new JobId((UUID) row[2]),
                state,
                (Instant) row[4],
                state == DeliveryState.PENDING ? (Instant) row[5] : null,
                (Instant) row[6],
                attempts);
    }

    private static AttemptRecord attempt(Object[] row) {
        return new AttemptRecord(
                (Integer) row[1],
                (Instant) row[2],
                (Long) row[3],
                (Integer) row[4],
                row[5] == null ? null : AttemptFault.of((String) row[5]));
    }

    private Session session() {
        return database.unwrap(Session.class);
    }
}
