package pl.paragon.api.batch;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import pl.paragon.api.redis.SharedRedis;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.json.Json;

/** The batches in Redis, where every gateway finds them: {@code paragon:batch:<id>}, a text of JSON. */
@ApplicationScoped
class RedisBatchStore implements BatchStore {

    private static final String KEY = "paragon:batch:";

    private final SharedRedis redis;
    private final long retentionSeconds;

    RedisBatchStore(Redis redis, BatchConfig config) {
        this.redis = new SharedRedis(redis, config.timeout());
        this.retentionSeconds = config.retention().toSeconds();
    }

    @Override
    public void keep(Batch batch) {
        redis.send(Request.cmd(Command.SET)
                .arg(KEY + batch.id())
                .arg(Json.writeText(batch))
                .arg("EX")
                .arg(retentionSeconds));
    }

    @Override
    public Optional<Batch> find(BatchId id) {
        return Optional.ofNullable(redis.send(Request.cmd(Command.GET).arg(KEY + id)))
                .map(batch -> Json.read(batch.toBytes(), Batch.class));
    }
}
