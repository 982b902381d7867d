package pl.paragon.api.projection;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready before the projector has joined its group: until then an unknown job looks like one that is not projected
 * yet. Redis has no part in it, since uploads are accepted without.
 */
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
