package pl.paragon.ocr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.runtime.stage.StageContext;

/** A stage's context that remembers the steps. */
final class RecordedContext implements StageContext {

    static final Instant STARTED = Instant.parse("2026-03-14T09:00:00Z");

    private final JobId job;
    final List<Step> steps = new ArrayList<>();

    RecordedContext(JobId job) {
        this.job = job;
    }

    @Override
    public JobId jobId() {
        return job;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public Instant workStartedAt() {
        return STARTED;
    }

    @Override
    public Instant deadline() {
        return STARTED.plusSeconds(1500);
    }

    @Override
    public void step(Step step) {
        steps.add(step);
    }

    @Override
    public void checkpoint() {}

    @Override
    public Registration onStop(Runnable action) {
        return () -> {};
    }
}
