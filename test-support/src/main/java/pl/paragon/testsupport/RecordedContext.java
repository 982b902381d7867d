package pl.paragon.testsupport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.worker.stage.StageContext;

/** The context of a stage's work that remembers which steps were told; nothing ever stops the work. */
public final class RecordedContext implements StageContext {

    /** When the work is said to have begun. */
    public static final Instant STARTED = Instant.parse("2026-03-14T09:00:00Z");

    private final JobId job;
    private final List<Step> steps = new ArrayList<>();

    public RecordedContext(JobId job) {
        this.job = job;
    }

    /** The steps in the order in which they were told. */
    public List<Step> steps() {
        return List.copyOf(steps);
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
