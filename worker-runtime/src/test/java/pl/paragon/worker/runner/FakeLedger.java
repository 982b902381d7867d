package pl.paragon.worker.runner;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.crew.Incarnation;
import pl.paragon.worker.ledger.AttemptLedger;

/** A ledger in memory; it can be away for a number of calls, or broken in a way that nobody expects. */
final class FakeLedger implements AttemptLedger {

    final Map<JobId, Set<Incarnation>> starts = new ConcurrentHashMap<>();
    int failures;
    RuntimeException defect;
    boolean endsCannotBeNoted;
    Runnable atBegin = () -> {};
    private final AtomicInteger questions = new AtomicInteger();
    boolean filesAreGone;

    FakeLedger startedBy(JobId job, Incarnation... workers) {
        starts.put(job, new HashSet<>(Set.of(workers)));
        return this;
    }

    /** How often somebody asked who has not finished a job. */
    int questions() {
        return questions.get();
    }

    @Override
    public Set<Incarnation> unfinished(JobId job, Stage stage) throws IOException {
        questions.incrementAndGet();
        if (defect != null) {
            throw defect;
        }
        if (failures-- > 0) {
            throw new IOException("/srv/files is away");
        }
        return Set.copyOf(starts.getOrDefault(job, Set.of()));
    }

    @Override
    public void begin(JobId job, Stage stage, Incarnation worker) throws IOException {
        if (filesAreGone) {
            throw new NoSuchFileException("/srv/files/jobs/" + job);
        }
        starts.computeIfAbsent(job, j -> ConcurrentHashMap.newKeySet()).add(worker);
        atBegin.run();
    }

    @Override
    public void end(JobId job, Stage stage, Set<Incarnation> workers) throws IOException {
        if (endsCannotBeNoted) {
            throw new IOException("/srv/files is away");
        }
        starts.computeIfPresent(job, (j, known) -> {
            known.removeAll(workers);
            return known.isEmpty() ? null : known;
        });
    }
}
