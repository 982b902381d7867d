package pl.paragon.api.v3;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.health.Problem;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.health.Workers;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.WireTime;
import pl.paragon.contracts.job.Stage;

/** {@code GET /api/v3/receipts/health}: whether a receipt that is uploaded now will be read. */
@Path("/api/v3/receipts")
public class HealthResource {

    private final SystemHealth health;
    private final Clock clock;

    HealthResource(SystemHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /**
     * @param status {@code healthy}, or {@code degraded} if there is a problem: receipts are accepted and wait
     * @param activeReceiptTasks how many receipts are worked on now
     * @param workersAvailable whether each of the three stages has a live worker
     * @param tasksRegistered whether each of the three stages is announced by a worker that can take work
     * @param stages the live workers of each stage
     * @param problems why it is degraded; empty if it is healthy
     */
    public record HealthView(
            String status,
            Instant timestamp,
            int activeReceiptTasks,
            boolean workersAvailable,
            boolean tasksRegistered,
            Map<String, StageView> stages,
            List<ProblemView> problems) {}

    /** @param capacity how many receipts they can work on at a time */
    public record StageView(int workers, int activeJobs, int capacity) {}

    /**
     * @param code e.g. {@code NO_WORKER}, {@code DATABASE_UNAVAILABLE}, {@code BACKLOG_STUCK}
     * @param stage that it is about; absent if it is the gateway itself
     * @param message for people, in English
     */
    public record ProblemView(
            String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) String stage,
            String message) {
        static ProblemView of(Problem problem) {
            return new ProblemView(
                    problem.code(), problem.stage().map(Stage::id).orElse(null), problem.message());
        }
    }

    @GET
    @PermitAll
    @Path("/health")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Envelope<HealthView> health() {
        return switch (health.report()) {
            case SystemHealth.Report.Accepting(var crews, var problems) ->
                new Envelope<>(200, "Receipt processing system health check", view(crews, problems));
            case SystemHealth.Report.Refusing(var why, var retryAfter) ->
                throw ApiException.unavailable(
                        RefusalBodies.UNAVAILABLE, "The message broker is unreachable: " + why, retryAfter);
        };
    }

    private HealthView view(Map<Stage, Workers.Crew> crews, List<Problem> problems) {
        Map<String, StageView> stages = new LinkedHashMap<>();
        crews.forEach((stage, crew) ->
                stages.put(stage.id(), new StageView(crew.workers(), crew.activeJobs(), crew.capacity())));
        return new HealthView(
                problems.isEmpty() ? "healthy" : "degraded",
                WireTime.of(clock.instant()),
                crews.values().stream().mapToInt(Workers.Crew::activeJobs).sum(),
                crews.values().stream().allMatch(crew -> crew.workers() > 0),
                crews.values().stream().allMatch(crew -> crew.capacity() > 0),
                stages,
                problems.stream().map(ProblemView::of).toList());
    }
}
