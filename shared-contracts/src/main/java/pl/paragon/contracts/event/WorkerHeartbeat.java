package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.job.Stage;

/**
 * A worker is alive.
 *
 * @param workerId one process of one stage; anew at each start
 * @param activeJobs how many jobs it works on now
 * @param capacity how many it can work on at a time
 * @param condition how it is
 * @param reason why it is not {@link Condition#WORKING}: what it waits for, or what is defective; otherwise
 *     {@code null}
 * @param recentWork how long its recent jobs took; {@code null} if it has finished none yet
 * @param process where it runs and what it has done; {@code null} from workers of earlier versions
 */
public record WorkerHeartbeat(
        String workerId,
        Stage stage,
        Instant occurredAt,
        int activeJobs,
        int capacity,
        Condition condition,
        ErrorCode reason,
        WorkDurations recentWork,
        WorkerProcess process)
        implements Event {

    /** How a worker is, the worst last. */
    public enum Condition {
        /** It takes what comes. */
        WORKING,
        /** It shuts down: it finishes what it has in hand and takes no more. */
        LEAVING,
        /** Something that it needs is down, and jobs wait for it. */
        WAITING,
        /** A defect of ours kept a fact from having its consequence; somebody has to look. */
        DEFECTIVE
    }

    public WorkerHeartbeat {
        Objects.requireNonNull(workerId, "worker_id is missing");
        Objects.requireNonNull(stage, "stage is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
        condition = condition == null ? Condition.WORKING : condition;
    }

    /** Without the process. */
    public WorkerHeartbeat(
            String workerId,
            Stage stage,
            Instant occurredAt,
            int activeJobs,
            int capacity,
            Condition condition,
            ErrorCode reason,
            WorkDurations recentWork) {
        this(workerId, stage, occurredAt, activeJobs, capacity, condition, reason, recentWork, null);
    }

    /** Of a worker that has finished no job yet, without the process. */
    public WorkerHeartbeat(
            String workerId,
            Stage stage,
            Instant occurredAt,
            int activeJobs,
            int capacity,
            Condition condition,
            ErrorCode reason) {
        this(workerId, stage, occurredAt, activeJobs, capacity, condition, reason, null, null);
    }

    @JsonIgnore
    @Override
    public String key() {
        return workerId;
    }
}
