package pl.paragon.worker.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes what the process knows of itself; for the heartbeats it began when its beans did. */
@ApplicationScoped
class ThisProcessProducer {

    @Produces
    @Singleton
    ThisProcess process(@ConfigProperty(name = "quarkus.application.version") String version, Clock clock) {
        return new ThisProcess(Path.of("/proc"), ProcessHandle.current().pid(), version, clock.instant());
    }
}
