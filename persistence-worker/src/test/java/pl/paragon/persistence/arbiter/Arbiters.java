package pl.paragon.persistence.arbiter;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.JobId;
import pl.paragon.persistence.Fixtures;
import pl.paragon.persistence.database.Transactions;

/** Arbiters without a database. */
public final class Arbiters {

    private Arbiters() {}

    /** One that keeps its decisions in memory; the clock stands. */
    public static Arbiter inMemory(MeterRegistry meters) {
        InMemoryOutcomes outcomes = new InMemoryOutcomes();
        return new Arbiter(outcomes, outcomes, Clock.fixed(Fixtures.NOW, ZoneOffset.UTC), meters);
    }

    /** Work that needs nothing of a database. */
    public static Transactions transactions() {
        return new InMemoryOutcomes();
    }

    private static final class InMemoryOutcomes implements OutcomeStore, Transactions {

        private final Map<JobId, JobEnded> ends = new HashMap<>();

        @Override
        public Ruling decide(JobEnded proposed) {
            JobEnded before = ends.putIfAbsent(proposed.jobId(), proposed);
            return before == null ? new Ruling.Decided(proposed) : new Ruling.DecidedBefore(before);
        }

        @Override
        public Optional<JobEnded> of(JobId job) {
            return Optional.ofNullable(ends.get(job));
        }

        @Override
        public <T> T inOne(Supplier<T> work) {
            Map<JobId, JobEnded> before = Map.copyOf(ends);
            try {
                return work.get();
            } catch (RuntimeException e) {
                ends.clear();
                ends.putAll(before);
                throw e;
            }
        }
    }
}
