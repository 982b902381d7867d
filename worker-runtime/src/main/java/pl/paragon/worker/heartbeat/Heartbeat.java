package pl.paragon.worker.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.stage.StageConfig;
import pl.paragon.worker.stage.StageRunners;

/** Tells at a steady pace that this worker is alive and how much it has to do: what the gateway's health answer is made of. */
@ApplicationScoped
class Heartbeat {

    private final String workerId = UUID.randomUUID().toString();
    private final StageRunners runners;
    private final StageConfig config;
    private final EventPublisher publisher;
    private final Clock clock;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    Heartbeat(StageRunners runners, StageConfig config, EventPublisher publisher, Clock clock) {
        this.runners = runners;
        this.config = config;
        this.publisher = publisher;
        this.clock = clock;
    }

    void start(@Observes StartupEvent startup) {
        pulse.scheduleAtFixedRate(this::beat, 0, config.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        pulse.shutdownNow();
    }

    private void beat() {
        runners.all()
                .forEach(runner -> publisher.tell(new WorkerHeartbeat(
                        workerId, runner.stage(), clock.instant(), runner.activeJobs(), runner.capacity())));
    }
}
