package pl.paragon.api.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.redis.RedisUnavailableException;
import pl.paragon.contracts.job.BatchId;
import pl.paragon.contracts.json.Json;

/** Batches in memory, as JSON. */
final class TestBatchStore implements BatchStore {

    final Map<BatchId, byte[]> kept = new HashMap<>();
    boolean away;

    @Override
    public void keep(Batch batch) {
        check();
        kept.put(batch.id(), Json.write(batch));
    }

    @Override
    public Optional<Batch> find(BatchId id) {
        check();
        return Optional.ofNullable(kept.get(id)).map(json -> Json.read(json, Batch.class));
    }

    private void check() {
        if (away) {
            throw new RedisUnavailableException("away for this test", null);
        }
    }
}
