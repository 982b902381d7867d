package pl.paragon.api.v3.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.event.WorkerProcess;

/**
 * A live worker as its latest heartbeat describes it.
 *
 * @param reason why it is not working; absent if it is
 * @param process on the same level; absent of a worker of an earlier version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerView(
        String workerId,
        String stage,
        String condition,
        ErrorCode reason,
        int activeJobs,
        int capacity,
        @JsonUnwrapped ProcessView process) {

    /** @param memoryBytes absent if it cannot be told */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProcessView(
            List<JobInHand> jobs,
            Instant startedAt,
            long done,
            long failed,
            Long memoryBytes,
            String host,
            long pid,
            String version) {

        static ProcessView of(WorkerProcess process) {
            return new ProcessView(
                    process.jobs().stream()
                            .map(job -> new JobInHand(job.jobId().toString(), WireTime.of(job.since())))
                            .toList(),
                    WireTime.of(process.startedAt()),
                    process.done(),
                    process.failed(),
                    process.memoryBytes(),
                    process.host(),
                    process.pid(),
                    process.version());
        }
    }

    /** @param since when the attempt that runs now began */
    public record JobInHand(String jobId, Instant since) {}

    static WorkerView of(WorkerHeartbeat heartbeat) {
        return new WorkerView(
                heartbeat.workerId(),
                heartbeat.stage().id(),
                heartbeat.condition().name().toLowerCase(Locale.ROOT),
                heartbeat.reason(),
                heartbeat.activeJobs(),
                heartbeat.capacity(),
                heartbeat.process() == null ? null : ProcessView.of(heartbeat.process()));
    }
}
