package pl.paragon.api.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One connection to Redis that all threads share; their commands are pipelined. The client's pool is no place to wait
 * in: its list is worked off in the end although everybody in it has given up, so that a gateway that was too slow for
 * a moment stays too slow, and after a restart of Redis it opens a connection for each entry while Redis is still
 * loading, and closes none of them.
 */
public final class SharedRedis {

    /** The client refuses more than 2,048 commands on their way, and a batch of ours has two. */
    private static final int MOST_ON_THEIR_WAY = 1_000;

    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();

    private final Redis redis;
    private final Duration timeout;
    private final Duration connecting;
    private final Semaphore places = new Semaphore(MOST_ON_THEIR_WAY);
    /** Established, or under way, or failed a moment ago; {@code null} before the first command and after a loss. */
    private final AtomicReference<Future<RedisConnection>> connection = new AtomicReference<>();

    private volatile long failedAt;

    /** @param timeout of a command, and of connecting */
    public SharedRedis(Redis redis, Duration timeout) {
        this(redis, timeout, timeout);
    }

    /** @param connecting how long that may take, whether or not the command that began it still waits */
    public SharedRedis(Redis redis, Duration timeout, Duration connecting) {
        this.redis = redis;
        this.timeout = timeout;
        this.connecting = connecting;
    }

    /** @throws RedisUnavailableException if Redis refuses, cannot be reached, or does not answer in time */
    public Response send(Request command) {
        return answer(connected -> connected.send(command));
    }

    /** The answers in the order of the commands. @throws RedisUnavailableException as with {@link #send} */
    public List<Response> batch(List<Request> commands) {
        return answer(connected -> connected.batch(commands));
    }

    private <T> T answer(Function<RedisConnection, Future<T>> command) {
        if (!places.tryAcquire()) {
            throw new RedisUnavailableException("Too many commands wait for Redis", null);
        }
        Future<RedisConnection> used = connection();
        Future<T> answer = used.compose(command).onComplete(done -> {
            places.release();
            // An error that Redis answers with is a response.
            if (done.failed() && !(done.cause() instanceof Response)) {
                lose(used);
            }
        });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new RedisUnavailableException("Redis refused, or is unavailable: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new RedisUnavailableException("Redis did not answer within " + timeout, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailableException("Interrupted while waiting for Redis", e);
        }
    }

    private Future<RedisConnection> connection() {
        Future<RedisConnection> known = connection.get();
        if (known != null && (!known.failed() || System.nanoTime() - failedAt < PAUSE_NANOS)) {
            return known;
        }
        Promise<RedisConnection> next = Promise.promise();
        if (!connection.compareAndSet(known, next.future())) {
            return connection();
        }
        connect(next);
        return next.future();
    }

    private void connect(Promise<RedisConnection> next) {
        Connections.open(redis, connecting)
                .onSuccess(established -> {
                    established.endHandler(end -> lose(next.future()));
                    established.exceptionHandler(failure -> lose(next.future()));
                    next.complete(established);
                })
                .onFailure(failure -> {
                    failedAt = System.nanoTime();
                    next.fail(failure);
                });
    }

    /** The next command connects anew. What failed to connect stays for the length of a pause. */
    private void lose(Future<RedisConnection> lost) {
        if (lost.succeeded() && connection.compareAndSet(lost, null)) {
            lost.result().close();
        }
    }
}
