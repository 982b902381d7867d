package pl.paragon.api.batch;

import io.vertx.redis.client.Redis;
import pl.paragon.api.Defaults;

/** The store of another gateway. */
public final class BatchStores {

    private BatchStores() {}

    public static BatchStore of(Redis redis) {
        return new RedisBatchStore(redis, Defaults.of(BatchConfig.class));
    }
}
