package pl.paragon.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without the broker nothing can be accepted; without Redis it can, so Redis has no say in readiness. */
@Readiness
@ApplicationScoped
class BrokerReadiness implements HealthCheck {

    private final BrokerProbe probe;

    BrokerReadiness(BrokerProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return switch (probe.broker()) {
            case BrokerProbe.Broker.Reachable() -> HealthCheckResponse.up("broker");
            case BrokerProbe.Broker.Unreachable(var why) ->
                HealthCheckResponse.named("broker").down().withData("why", why).build();
        };
    }
}
