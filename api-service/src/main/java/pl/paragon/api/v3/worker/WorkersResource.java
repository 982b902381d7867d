package pl.paragon.api.v3.worker;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.http.Envelope;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.contracts.key.Scope;

/** {@code GET /api/v3/workers}: the live workers. */
@Path("/api/v3/workers")
public class WorkersResource {

    private final SystemHealth health;

    WorkersResource(SystemHealth health) {
        this.health = health;
    }

    /** @param workers by stage, in the order in which a receipt passes them */
    public record WorkersView(List<WorkerView> workers) {}

    @GET
    @PermissionsAllowed(Scope.Id.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public Envelope<WorkersView> workers() {
        List<WorkerView> workers = health.crews().values().stream()
                .flatMap(crew -> crew.heartbeats().stream().sorted(Comparator.comparing(WorkerHeartbeat::workerId)))
                .map(WorkerView::of)
                .toList();
        return new Envelope<>(200, "Workers retrieved successfully", new WorkersView(workers));
    }
}
