package pl.paragon.worker.stage;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.ledger.AttemptLedger;

/** A ledger in memory; it can be told of crashes, and be away for a number of calls. */
final class FakeLedger implements AttemptLedger {

    final Map<JobId, Integer> starts = new ConcurrentHashMap<>();
    int failures;

    FakeLedger crashed(JobId job, int times) {
        starts.put(job, times);
        return this;
    }

    @Override
    public int unfinished(JobId job, Stage stage) throws IOException {
        if (failures-- > 0) {
            throw new IOException("the store is away");
        }
        return starts.getOrDefault(job, 0);
    }

    @Override
    public void begin(JobId job, Stage stage) {
        starts.merge(job, 1, Integer::sum);
    }

    @Override
    public void end(JobId job, Stage stage) {
        starts.remove(job);
    }
}
