package pl.paragon.worker.ledger;

import java.io.IOException;
import java.util.Set;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Stage;
import pl.paragon.worker.crew.Incarnation;

/**
 * Remembers which workers started a job and never ended it, beyond the death of a process: a record whose work kills
 * its worker is redelivered, and only this tells how often it did. Attempts that end in order are not its business;
 * they are counted in {@link pl.paragon.contracts.event.RetryScheduled}.
 */
public interface AttemptLedger {

    /**
     * Who started this job and has not ended it. Each is either still at it, or died with it: whoever asks has to find
     * out which.
     *
     * @throws IOException if the store is unavailable
     */
    Set<Incarnation> unfinished(JobId job, Stage stage) throws IOException;

    /**
     * Notes a start; noting it twice is noting it once, since a process dies only once.
     *
     * @throws java.nio.file.NoSuchFileException if the job has no files any more, so that there is nothing to start
     * @throws IOException if the store is unavailable
     */
    void begin(JobId job, Stage stage, Incarnation worker) throws IOException;

    /** Forgets the starts of these workers: the work came to an orderly end, whatever its result. */
    void end(JobId job, Stage stage, Set<Incarnation> workers) throws IOException;
}
