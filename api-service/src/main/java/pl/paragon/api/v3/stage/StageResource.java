package pl.paragon.api.v3.stage;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.paragon.api.error.ApiError;
import pl.paragon.api.error.ApiException;
import pl.paragon.api.error.ErrorBody;
import pl.paragon.api.health.SystemHealth;
import pl.paragon.api.http.Envelope;
import pl.paragon.api.http.Submitters;
import pl.paragon.api.identity.Authentication;
import pl.paragon.api.stage.StageControl;
import pl.paragon.api.v3.JobConfig;
import pl.paragon.contracts.event.StagePaused;
import pl.paragon.contracts.job.Stage;
import pl.paragon.contracts.key.Scope;
import pl.paragon.runtime.pause.StagePauses;

/** {@code /api/v3/stages}: the stages, for operators. */
@Path("/api/v3/stages")
@Produces(MediaType.APPLICATION_JSON)
public class StageResource {

    private final StageControl control;
    private final StagePauses pauses;
    private final SystemHealth health;
    private final Submitters submitters;
    private final Authentication authentication;
    private final JobConfig config;
    private final Clock clock;

    StageResource(
            StageControl control,
            StagePauses pauses,
            SystemHealth health,
            Submitters submitters,
            Authentication authentication,
            JobConfig config,
            Clock clock) {
        this.control = control;
        this.pauses = pauses;
        this.health = health;
        this.submitters = submitters;
        this.authentication = authentication;
        this.config = config;
        this.clock = clock;
    }

    /** @param stages in the order in which a receipt passes them */
    public record StagesView(List<StageView> stages) {}

    @GET
    @PermissionsAllowed(Scope.Id.ADMIN)
    @NonBlocking
    public Envelope<StagesView> stages() {
        return new Envelope<>(
                200,
                "Stages retrieved successfully",
                new StagesView(Arrays.stream(Stage.values()).map(this::view).toList()));
    }

    /** Another pause of the same stage replaces it. */
    @PUT
    @PermissionsAllowed(Scope.Id.ADMIN)
    @Path("/{stage}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Envelope<StageView> pause(@PathParam("stage") String id, byte[] body) throws InterruptedException {
        Stage stage = stage(id);
        try {
            PauseWish wish = PauseWish.read(body);
            decide(wish.of(stage, operator(Optional.ofNullable(wish.owner())), now()));
        } catch (IllegalArgumentException e) {
            throw ApiException.of(ErrorBody.of(
                    ApiError.BAD_REQUEST, "The stage cannot be paused like this", Map.of("error", e.getMessage())));
        }
        return new Envelope<>(200, "Stage paused", view(stage));
    }

    /** Does nothing to a stage that is not paused. */
    @DELETE
    @PermissionsAllowed(Scope.Id.ADMIN)
    @Path("/{stage}/pause")
    @RunOnVirtualThread
    public Envelope<StageView> resume(@PathParam("stage") String id) throws InterruptedException {
        Stage stage = stage(id);
        decide(StagePaused.resumed(stage, now(), operator(Optional.empty())));
        return new Envelope<>(200, "Stage resumed", view(stage));
    }

    private void decide(StagePaused decision) throws InterruptedException {
        switch (control.decide(decision)) {
            case HOLDS -> {}
            case UNAVAILABLE ->
                throw ApiException.unavailable(
                        "Stages cannot be paused or resumed now",
                        "The message broker is unavailable",
                        config.retryAfter());
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private String operator(Optional<String> claimed) {
        String caller = submitters.current().caller();
        return authentication.isRequired() ? caller : claimed.orElse(caller);
    }

    private StageView view(Stage stage) {
        return StageView.of(stage, health.crews().get(stage), health.backlogs().get(stage), pauses.of(stage));
    }

    private static Stage stage(String id) {
        return Stage.named(id)
                .orElseThrow(() -> ApiException.of(ErrorBody.of(
                        ApiError.STAGE_NOT_FOUND,
                        "Stage not found",
                        Map.of(
                                "stage",
                                id,
                                "stages",
                                Arrays.stream(Stage.values()).map(Stage::id).toList()))));
    }
}
