package pl.paragon.worker.condition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat.Condition;

/**
 * How this worker is, for its heartbeat: what its jobs wait for, whether a defect was met, whether it leaves.
 * Thread-safe.
 */
public final class WorkerCondition {

    /** How long a defect is spoken of: long enough for an alert, and it is counted as a dead letter for good. */
    private static final Duration DEFECT_SHOWN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<ErrorCode, Integer> waits = new EnumMap<>(ErrorCode.class);
    private Instant lastDefect = Instant.MIN;
    private boolean leaving;

    /** @param reason why it is not well; empty if it works, or leaves */
    public record Report(Condition condition, Optional<ErrorCode> reason) {}

    public WorkerCondition(Clock clock) {
        this.clock = clock;
    }

    public synchronized Report report() {
        if (lastDefect.plus(DEFECT_SHOWN).isAfter(clock.instant())) {
            return new Report(Condition.DEFECTIVE, Optional.of(ErrorCode.INTERNAL_ERROR));
        }
        if (!waits.isEmpty()) {
            return new Report(Condition.WAITING, waits.keySet().stream().findFirst());
        }
        return new Report(leaving ? Condition.LEAVING : Condition.WORKING, Optional.empty());
    }

    /** Notes that something waits; ended by closing what is returned. */
    public synchronized Wait waiting(ErrorCode reason) {
        waits.merge(reason, 1, Integer::sum);
        return () -> ended(reason);
    }

    /** How many jobs, or facts, wait for this reason now. */
    public synchronized int waits(ErrorCode reason) {
        return waits.getOrDefault(reason, 0);
    }

    public synchronized void defect() {
        lastDefect = clock.instant();
    }

    public synchronized void leaving() {
        leaving = true;
    }

    private synchronized void ended(ErrorCode reason) {
        waits.computeIfPresent(reason, (r, count) -> count == 1 ? null : count - 1);
    }

    /** Something that waits. */
    public interface Wait extends AutoCloseable {
        @Override
        void close();
    }
}
