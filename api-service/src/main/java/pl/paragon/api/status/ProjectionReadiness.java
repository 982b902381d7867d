package pl.paragon.api.status;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A gateway whose projector has not joined its group yet could not tell an unknown job from a known one. It takes part whether Redis is there or not. */
@Readiness
@ApplicationScoped
class ProjectionReadiness implements HealthCheck {

    private final JobStatusProjector projector;

    ProjectionReadiness(JobStatusProjector projector) {
        this.projector = projector;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("status projection")
                .status(projector.joined())
                .build();
    }
}
