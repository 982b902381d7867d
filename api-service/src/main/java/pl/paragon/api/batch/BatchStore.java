package pl.paragon.api.batch;

import java.util.Optional;
import pl.paragon.contracts.job.BatchId;

/** The batches of the last days. Each method throws {@code RedisUnavailableException} if the store is unavailable. */
public interface BatchStore {

    void keep(Batch batch);

    Optional<Batch> find(BatchId id);
}
