package pl.paragon.persistence.webhook.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.webhook.AttemptFault;
import pl.paragon.contracts.webhook.AttemptRecord;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.persistence.webhook.WebhookConfig;
import pl.paragon.persistence.webhook.delivery.Deliveries.Settlement;
import pl.paragon.persistence.webhook.send.Answer;
import pl.paragon.persistence.webhook.send.Courier;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.webhook.ReceiverPolicy;
import pl.paragon.worker.stage.StageException;

/**
 * Sends what is due, each message on a virtual thread of its own, as many at a time as it has slots. No transaction is
 * open while a receiver is waited for: a message in hand is due again after a while, in case this worker dies.
 */
public final class Deliverer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);

    /** Settlements at a time: each needs a connection to the database, for a millisecond. */
    static final int SETTLING = 2;

    /** How long a message stays in hand beyond all time limits of sending it. */
    private static final Duration GRACE = Duration.ofSeconds(45);

    /** How long it is waited for the submitter of a job that ended. */
    private static final Duration UNASSIGNED = Duration.ofDays(1);

    private static final int BATCH = 200;

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final ReceiverPolicy receivers;
    private final Courier courier;
    private final WebhookConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final Map<Outcome, Counter> attempts = new EnumMap<>(Outcome.class);
    private final Semaphore slots;
    private final Semaphore settling = new Semaphore(SETTLING);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deliverer(
            Transactions transactions,
            Deliveries deliveries,
            ReceiverPolicy receivers,
            Courier courier,
            WebhookConfig config,
            RetrySchedule schedule,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.courier = courier;
        this.config = config;
        this.schedule = schedule;
        this.clock = clock;
        for (Outcome outcome : Outcome.values()) {
            attempts.put(outcome, outcome.counter(meters));
        }
        this.slots = new Semaphore(config.atATime());
    }

    /** Begins to send what is due and has a slot. */
    void run() {
        try {
            Instant now = now();
            transactions.inOne(() -> {
                deliveries.makeNoted(now, now.minus(UNASSIGNED), BATCH);
                return true;
            });
            int free = slots.availablePermits();
            if (free > 0) {
                Instant until = now.plus(config.timeout()).plus(GRACE);
                transactions
                        .inOne(() -> deliveries.take(now, until, free, config.perWebhook()))
                        .forEach(this::begin);
            }
        } catch (StageException e) {
            LOG.debugf("The database is away; webhooks wait for it: %s", e.getMessage());
        }
    }

    private void begin(DueDelivery due) {
        slots.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                deliver(due);
            } catch (RuntimeException e) {
                LOG.warnf(e, "It is not known what became of delivery %s; it will be sent again", due.id());
            } finally {
                slots.release();
            }
        });
    }

    private void deliver(DueDelivery due) {
        Instant began = now();
        Answer answer = send(due, began);
        Instant ended = now();
        Settlement settlement = settlement(due, answer, ended);
        count(settlement);
        AttemptRecord attempt = attempt(due, answer, began, ended);
        settling.acquireUninterruptibly();
        try {
            transactions.inOne(() -> {
                deliveries.settle(due.id(), attempt, settlement);
                return true;
            });
        } finally {
            settling.release();
        }
    }

    private Answer send(DueDelivery due, Instant now) {
        return switch (receivers.check(due.url())) {
            case ReceiverPolicy.Verdict.Refused(var why) -> new Answer.Unanswered(AttemptFault.ADDRESS_REFUSED);
            case ReceiverPolicy.Verdict.HostUnknown() -> new Answer.Unanswered(AttemptFault.HOST_UNKNOWN);
            case ReceiverPolicy.Verdict.Allowed(var receiver) -> {
                byte[] body = Json.write(due.message());
                yield courier.send(receiver, due.number(), headers(due, now, body), body);
            }
        };
    }

    private static Map<String, String> headers(DueDelivery due, Instant now, byte[] body) {
        String id = due.id().toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Paragon");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                due.secrets().stream()
                        .map(secret -> secret.signature(id, now, body))
                        .collect(Collectors.joining(" ")));
        return headers;
    }

    private Settlement settlement(DueDelivery due, Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Answered(int status, var wish) when status >= 200 && status < 300 -> new Settlement.Delivered();
            case Answer.Answered(int status, var wish) when status == 410 -> new Settlement.Disabled();
            case Answer.Answered(int status, var wish) -> again(due, now, wish);
            case Answer.Unanswered(var fault) -> again(due, now, Optional.empty());
        };
    }

    private Settlement again(DueDelivery due, Instant now, Optional<Duration> wish) {
        return schedule.next(due.round(), due.roundBeganAt(), now, wish)
                .<Settlement>map(Settlement.Again::new)
                .orElseGet(Settlement.GivenUp::new);
    }

    private static AttemptRecord attempt(DueDelivery due, Answer answer, Instant began, Instant ended) {
        long duration = Duration.between(began, ended).toMillis();
        return switch (answer) {
            case Answer.Answered(int status, var wish) ->
                new AttemptRecord(due.number(), began, duration, status, fault(status));
            case Answer.Unanswered(var fault) -> new AttemptRecord(due.number(), began, duration, null, fault);
        };
    }

    private static AttemptFault fault(int status) {
        if (status == 410) {
            return AttemptFault.GONE;
        }
        return status >= 200 && status < 300 ? null : AttemptFault.STATUS;
    }

    /** What became of an attempt, in metrics. */
    private enum Outcome {
        DELIVERED,
        AGAIN,
        GIVEN_UP,
        DISABLED;

        static Outcome of(Settlement settlement) {
            return switch (settlement) {
                case Settlement.Delivered() -> DELIVERED;
                case Settlement.Again(var at) -> AGAIN;
                case Settlement.GivenUp() -> GIVEN_UP;
                case Settlement.Disabled() -> DISABLED;
            };
        }

        Counter counter(MeterRegistry meters) {
            return Metric.WEBHOOK_ATTEMPTS.counter(meters, name().toLowerCase(Locale.ROOT));
        }
    }

    private void count(Settlement settlement) {
        attempts.get(Outcome.of(settlement)).increment();
    }

    /** Deletes what ended long enough ago. */
    void prune() {
        try {
            Instant before = now().minus(config.retention());
            int deleted;
            do {
                deleted = transactions.inOne(() -> deliveries.prune(before, BATCH));
            } while (deleted == BATCH);
        } catch (StageException e) {
            LOG.debugf("The database is away; old deliveries are pruned next time: %s", e.getMessage());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Waits for the messages in hand, which takes no longer than the time limits of sending them. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            List<Runnable> left = threads.shutdownNow();
            LOG.debugf("%d messages were not begun", left.size());
        }
    }
}
