package pl.paragon.worker.stage;

import java.time.Instant;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;

/** What a stage's work may know and tell while it runs. */
public interface StageContext {

    JobId jobId();

    /** Which attempt this is, from 1. */
    int attempt();

    /** When the job's first stage began its work. */
    Instant workStartedAt();

    /** When this work is told to stop. */
    Instant deadline();

    /** Tells that a step begins, if it is the first or lasts; also a {@link #checkpoint()}. */
    void step(Step step);

    /** A place where the work may stop: throws if the job was cancelled, its time is over or the worker stops. */
    void checkpoint();

    /**
     * Has {@code action} run, on another thread, when the work is to stop at once: for native code that takes no notice
     * of interruption.
     *
     * @return closes the registration
     */
    Registration onStop(Runnable action);

    /** Ends a registration. */
    interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
