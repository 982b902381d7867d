package pl.paragon.persistence.arbiter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.event.JobEnded.Outcome;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.arbiter.OutcomeStore.Ruling;
import pl.paragon.persistence.database.Transactions;
import pl.paragon.runtime.metrics.Metric;

/** Decides how a job ends: the first proposal stands. */
public final class Arbiter {

    private static final String NONE = "none";

    private final Transactions transactions;
    private final OutcomeStore outcomes;
    private final Clock clock;
    private final MeterRegistry meters;

    Arbiter(Transactions transactions, OutcomeStore outcomes, Clock clock, MeterRegistry meters) {
        this.transactions = transactions;
        this.outcomes = outcomes;
        this.clock = clock;
        this.meters = meters;
        Metric.JOB_OUTCOMES.counter(meters, Kind.SAVED.id(), NONE, NONE);
        Metric.JOB_OUTCOMES.counter(meters, Kind.CANCELLED.id(), NONE, NONE);
        Arrays.stream(ErrorCode.values()).forEach(this::failures);
    }

    /**
     * Proposes an end and, if it is the first, runs {@code consequence} in the same transaction.
     *
     * @return the end that stands, whoever proposed it; the same at each call
     * @throws pl.paragon.worker.stage.StageException as with {@link Transactions#inOne}
     */
    public JobEnded decide(JobId job, Outcome proposed, Runnable consequence) {
        // PostgreSQL keeps microseconds: what is published now must equal what the row says later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        JobEnded end = new JobEnded(job, now, proposed);
        Ruling ruling = transactions.inOne(() -> rule(end, consequence));
        if (ruling instanceof Ruling.Decided) {
            counter(proposed).increment();
        }
        return ruling.end();
    }

    /** Proposes an end without a consequence. */
    public JobEnded decide(JobId job, Outcome proposed) {
        return decide(job, proposed, () -> {});
    }

    /** How a job ended; empty if it has not. Must run in a transaction. */
    public Optional<JobEnded> endOf(JobId job) {
        return outcomes.of(job);
    }

    private Ruling rule(JobEnded end, Runnable consequence) {
        Ruling ruling = outcomes.decide(end);
        if (ruling instanceof Ruling.Decided) {
            consequence.run();
        }
        return ruling;
    }

    private Counter counter(Outcome outcome) {
        return outcome instanceof JobEnded.Failed failed
                ? failures(failed.error().code())
                : Metric.JOB_OUTCOMES.counter(meters, Kind.of(outcome).id(), NONE, NONE);
    }

    private Counter failures(ErrorCode code) {
        String fault = code.type() == ErrorType.DOCUMENT ? "document" : "ours";
        return Metric.JOB_OUTCOMES.counter(meters, Kind.FAILED.id(), code.name(), fault);
    }
}
