package pl.paragon.api.health;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.job.Stage;

/** {@code GET /api/v3/receipts/health}: whether a receipt that is uploaded now will be read. */
@Path("/api/v3/receipts")
public class HealthResource {

    private final WorkerProjector workers;
    private final BrokerProbe probe;
    private final HealthConfig config;
    private final Clock clock;

    HealthResource(WorkerProjector workers, BrokerProbe probe, HealthConfig config, Clock clock) {
        this.workers = workers;
        this.probe = probe;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param status {@code healthy}, or {@code degraded} where a stage has no worker: receipts are accepted and wait
     * @param activeReceiptTasks how many receipts are worked on now
     * @param workersAvailable whether each of the three stages has a live worker
     * @param tasksRegistered whether each of the three stages is announced by a worker that can take work
     * @param stages the live workers of each stage
     */
    public record Health(
            String status,
            Instant timestamp,
            int activeReceiptTasks,
            boolean workersAvailable,
            boolean tasksRegistered,
            Map<String, StageHealth> stages) {}

    /** @param capacity how many receipts they can work on at a time */
    public record StageHealth(int workers, int activeJobs, int capacity) {}

    @GET
    @Path("/health")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Envelope<Health> health() {
        return switch (probe.broker()) {
            case BrokerProbe.Broker.Reachable() ->
                new Envelope<>(200, "Receipt processing system health check", of(workers.crews()));
            case BrokerProbe.Broker.Unreachable(var why) ->
                throw ApiException.unavailable(
                        "Receipt processing system unavailable",
                        "The message broker is unreachable: " + why,
                        config.brokerProbeEvery());
        };
    }

    private Health of(Map<Stage, Workers.Crew> crews) {
        boolean available = crews.values().stream().allMatch(crew -> crew.workers() > 0);
        Map<String, StageHealth> stages = new LinkedHashMap<>();
        crews.forEach((stage, crew) ->
                stages.put(stage.id(), new StageHealth(crew.workers(), crew.activeJobs(), crew.capacity())));
        return new Health(
                available ? "healthy" : "degraded",
                WireTime.of(clock.instant()),
                crews.values().stream().mapToInt(Workers.Crew::activeJobs).sum(),
                available,
                crews.values().stream().allMatch(crew -> crew.capacity() > 0),
                stages);
    }
}
