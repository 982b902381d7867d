package pl.paragon.api.feed;

import io.micrometer.core.instrument.Gauge;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import pl.paragon.contracts.job.JobId;

/**
 * Hears on one channel which jobs changed, whichever gateway projected them.
 *
 * <pre>
 *      ┌── connected, subscribed ──▶ hearing: told of each change, looks anyway now and then
 *   deaf ◀──── connection lost ─────┘
 *   └─ looks again at a steady pace, and tries to connect
 * </pre>
 *
 * One channel for all jobs, to which each gateway is subscribed all the time: a message is one batch of the projector, so
 * even a thousand facts a second are some 40 kB/s for each gateway. A channel per job would cost every waiter a round trip
 * before its first look, and all of them at once after each reconnect.
 */
@ApplicationScoped
public class RedisJobFeed implements JobFeed {

    /** Its messages are the ids of jobs that got new facts, separated by spaces. */
    public static final String CHANNEL = "paragon:changes";

    private static final Logger LOG = Logger.getLogger(RedisJobFeed.class);

    private final Redis redis;
    private final FeedConfig config;
    private final Clock clock;
    private final Watches watches;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-feed").factory());

    private volatile RedisConnection hearing;
    private Instant looked = Instant.MIN;

    RedisJobFeed(Redis redis, FeedConfig config, Clock clock) {
        this.redis = redis;
        this.config = config;
        this.clock = clock;
        this.watches = new Watches(config.mostWatches());
    }

    @Override
    public Optional<Watch> watch(JobId job, Runnable lookAgain) {
        return watches.watch(job, lookAgain);
    }

    void register(@Observes StartupEvent startup, MeterRegistry meters) {
        Gauge.builder("paragon.feed.watches", watches::open)
                .description("Who waits for changes of jobs")
                .register(meters);
        Gauge.builder("paragon.feed.hearing", () -> isHearing() ? 1 : 0)
                .description("Whether changes are heard; if not, those who wait look for themselves")
                .register(meters);
        start();
    }

    void start() {
        long every = config.lookAgainEvery().toMillis();
        pace.scheduleWithFixedDelay(this::step, 0, every, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stop();
    }

    void stop() {
        pace.shutdownNow();
        RedisConnection current = hearing;
        if (current != null) {
            current.close();
        }
    }

    boolean isHearing() {
        return hearing != null;
    }

    /** Whatever goes wrong here goes wrong once: an exception would end the pace. */
    private void step() {
        try {
            if (!isHearing()) {
                lookAgain();
                subscribe();
            } else if (!clock.instant().isBefore(looked.plus(config.lookAnywayEvery()))) {
                lookAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("Changes of jobs cannot be heard: %s", e);
        } catch (RuntimeException e) {
            LOG.error("The feed of changes failed and goes on", e);
        }
    }

    private void lookAgain() {
        looked = clock.instant();
        watches.lookAgain();
    }

    private void subscribe() throws InterruptedException, ExecutionException, TimeoutException {
        RedisConnection connection = await(redis.connect());
        AtomicBoolean lost = new AtomicBoolean();
        connection.handler(this::hear);
        connection.endHandler(end -> lose(connection, lost));
        connection.exceptionHandler(failure -> lose(connection, lost));
        try {
            await(connection.send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL)));
        } catch (ExecutionException | TimeoutException e) {
            lose(connection, lost);
            throw e;
        }
        hearing = connection;
        if (lost.get()) {
            // It ended before this thread had put it there.
            hearing = null;
            return;
        }
        // What changed while nobody heard it.
        lookAgain();
        LOG.debug("Changes of jobs are heard");
    }

    private void lose(RedisConnection connection, AtomicBoolean lost) {
        if (!lost.compareAndSet(false, true)) {
            return;
        }
        if (hearing == connection) {
            hearing = null;
            LOG.warn("Changes of jobs are not heard any more; those who wait look for themselves");
        }
        connection.close();
    }

    /** A push of three: {@code message}, the channel, the ids. Confirmations of subscriptions look alike. */
    private void hear(Response push) {
        if (push.size() != 3 || !push.get(0).toString().equals("message")) {
            return;
        }
        for (String id : push.get(2).toString().split(" ")) {
            JobId.parse(id).ifPresent(watches::changed);
        }
    }

    private <T> T await(Future<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.toCompletionStage()
                .toCompletableFuture()
                .get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
