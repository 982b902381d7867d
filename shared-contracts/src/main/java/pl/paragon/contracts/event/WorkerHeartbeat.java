package pl.paragon.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;
import pl.paragon.contracts.job.Stage;

/**
 * A worker is alive.
 *
 * @param workerId one process of one stage; anew at each start
 * @param activeJobs how many jobs it works on now
 * @param capacity how many it can work on at a time
 */
public record WorkerHeartbeat(String workerId, Stage stage, Instant occurredAt, int activeJobs, int capacity)
        implements Event {

    public WorkerHeartbeat {
        Objects.requireNonNull(workerId, "worker_id is missing");
        Objects.requireNonNull(stage, "stage is missing");
        Objects.requireNonNull(occurredAt, "occurred_at is missing");
    }

    @JsonIgnore
    @Override
    public String key() {
        return workerId;
    }
}
