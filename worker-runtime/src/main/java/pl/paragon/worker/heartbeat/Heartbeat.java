package pl.paragon.worker.heartbeat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.WorkerHeartbeat;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.crew.CrewConfig;
import pl.paragon.worker.machine.ThisProcess;
import pl.paragon.worker.runner.StageRunner;
import pl.paragon.worker.runner.StageRunners;

/**
 * Publishes at a steady pace that this worker is alive, how it is and how much it has to do: for the gateway's health
 * answer and for the other workers.
 */
@ApplicationScoped
class Heartbeat {

    /** Of the observers of a shutdown: after the jobs in hand are finished. */
    private static final int AFTER_DRAINING = 200;

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final Crew crew;
    private final StageRunners runners;
    private final WorkerCondition condition;
    private final ThisProcess process;
    private final CrewConfig config;
    private final EventPublisher publisher;
    private final Clock clock;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());

    Heartbeat(
            Crew crew,
            StageRunners runners,
            WorkerCondition condition,
            ThisProcess process,
            CrewConfig config,
            EventPublisher publisher,
            Clock clock) {
        this.crew = crew;
        this.runners = runners;
        this.condition = condition;
        this.process = process;
        this.config = config;
        this.publisher = publisher;
        this.clock = clock;
    }

    void start(@Observes StartupEvent startup) {
        pace.scheduleAtFixedRate(this::beat, 0, config.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The last one says that the worker leaves: nobody has to wait for its silence. */
    void stop(@Observes @Priority(AFTER_DRAINING) ShutdownEvent shutdown) {
        // Ends after a beat in progress: it would speak after the last one.
        pace.close();
        beat();
    }

    /** An exception would end the schedule, and a worker without heartbeats is taken for dead. */
    void beat() {
        try {
            runners.all().forEach(this::beat);
        } catch (RuntimeException e) {
            LOG.warn("A heartbeat could not be published", e);
        }
    }

    private void beat(StageRunner<?> runner) {
        WorkerCondition.Report report = condition.report();
        publisher.publishUnconfirmed(new WorkerHeartbeat(
                crew.self().id(),
                runner.stage(),
                clock.instant(),
                runner.activeJobs(),
                runner.capacity(),
                report.condition(),
                report.reason().orElse(null),
                runner.recentWork().orElse(null),
                process.with(runner.jobs(), runner.done(), runner.failed())));
    }
}
