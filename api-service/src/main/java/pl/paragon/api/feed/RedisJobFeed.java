package pl.paragon.api.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.paragon.api.identity.Submitter;
import pl.paragon.api.redis.Connections;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.metrics.Metric;
import pl.paragon.runtime.time.Repeating;

/**
 * Receives the ids of changed jobs on one channel of Redis, whichever gateway projected the change.
 *
 * <pre>
 *        ┌──── connected and subscribed ────▶ subscribed: signals each change, and all watches now and then
 *   interrupted ◀──── connection lost ────────┘
 *        └─ retries at a steady pace, and signals all watches each time
 * </pre>
 *
 * One channel for all jobs, to which each gateway stays subscribed: a message is one batch of the projector, so a
 * thousand facts a second are about 40 kB/s for each gateway. A channel per job would cost every waiter a round trip
 * before its first look, and all of them at once after each reconnect.
 */
@ApplicationScoped
public class RedisJobFeed implements JobFeed {

    /**
     * A message is words separated by spaces: the ids of jobs with new facts, and the {@link OwnerTag tags} of those
     * whose jobs they are, each behind an {@code @}; or {@link #MOVED} alone.
     */
    public static final String CHANNEL = "paragon:changes";

    /** The projection has moved, but all its facts were known before. */
    public static final String MOVED = ".";

    private static final Logger LOG = Logger.getLogger(RedisJobFeed.class);

    private final Redis redis;
    private final FeedConfig config;
    private final Clock clock;
    private final Watches watches;
    private Repeating watching;
    private volatile RedisConnection subscription;
    private Instant signalledAll = Instant.MIN;

    RedisJobFeed(Redis redis, FeedConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
        this.watches = new Watches(config.mostWatches());
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable mayHaveChanged) {
        return watches.watch(job, mayHaveChanged);
    }

    @Override
    public Optional<Watch> watch(Submitter owner, Runnable mayHaveChanged) {
        return watches.watch(owner, mayHaveChanged);
    }

    @Override
    public Optional<Watch> watchAll(Runnable mayHaveChanged) {
        return watches.watchAll(mayHaveChanged);
    }

    void register(@Observes StartupEvent startup, MeterRegistry meters) {
        Metric.FEED_WATCHES.gauge(meters, watches::open);
        Metric.FEED_SUBSCRIBED.gauge(meters, () -> isSubscribed() ? 1 : 0);
        start();
    }

    void start() {
        watching = Repeating.start("job-feed", config.retryEvery(), this::step);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stop();
    }

    void stop() {
        watching.close();
        RedisConnection current = subscription;
        if (current != null) {
            current.close();
        }
    }

    boolean isSubscribed() {
        return subscription != null;
    }

    private void step() {
        try {
            if (!isSubscribed()) {
                signalAll();
                subscribe();
            } else if (!clock.instant().isBefore(signalledAll.plus(config.lookAnywayEvery()))) {
                signalAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("The feed of changes is interrupted: %s", e);
        }
    }

    private void signalAll() {
        signalledAll = clock.instant();
        watches.allMayHaveChanged();
    }

    private void subscribe() throws InterruptedException, ExecutionException, TimeoutException {
        RedisConnection connection = Connections.open(redis, config.timeout())
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        AtomicBoolean lost = new AtomicBoolean();
        connection.handler(this::receive);
        connection.endHandler(end -> lose(connection, lost));
        connection.exceptionHandler(failure -> lose(connection, lost));
        Future<Response> subscribing =
                connection.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL));
        try {
            await(subscribing);
        } catch (ExecutionException | TimeoutException e) {
            // Not before it is sent: whoever got the connection next would be subscribed, and the confirmation would be
            // taken for an answer to one of his commands, as would each answer for that to the next.
            subscribing.onComplete(sent -> lose(connection, lost));
            throw e;
        }
        subscription = connection;
        if (lost.get()) {
            // It ended before it was assigned here.
            subscription = null;
            return;
        }
        // Changes may have been missed while interrupted.
        signalAll();
        LOG.debug("Subscribed to changes of jobs");
    }

    private void lose(RedisConnection connection, AtomicBoolean lost) {
        if (!lost.compareAndSet(false, true)) {
            return;
        }
        if (subscription == connection) {
            subscription = null;
            LOG.warn("The feed of changes is interrupted; waiting requests poll until it is back");
        }
        connection.close();
    }

    /** A message is {@code message}, the channel, the words; a confirmed subscription looks similar. */
    private void receive(Response push) {
        if (push.size() != 3 || !push.get(0).toString().equals("message")) {
            return;
        }
        for (String word : push.get(2).toString().split(" ")) {
            JobId.parse(word).ifPresent(watches::changed);
            OwnerTag.parse(word).ifPresent(watches::changed);
        }
        watches.somethingChanged();
    }

    private <T> T await(Future<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.toCompletionStage()
                .toCompletableFuture()
                .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
