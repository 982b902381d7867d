package pl.paragon.api.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connections of the client's pool. */
public final class Connections {

    private Connections() {}

    /**
     * A connection, which the caller has to close. One that comes after the timeout goes back at once: it has no owner,
     * and the pool has only so many.
     */
    public static Future<RedisConnection> open(Redis redis, Duration timeout) {
        Future<RedisConnection> opening = redis.connect();
        return opening.timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(late -> opening.onSuccess(RedisConnection::close));
    }
}
