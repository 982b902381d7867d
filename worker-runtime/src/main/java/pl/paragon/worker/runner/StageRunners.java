package pl.paragon.worker.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jboss.logging.Logger;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.pause.StagePauses;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.condition.WorkerCondition;
import pl.paragon.worker.crew.Crew;
import pl.paragon.worker.ledger.AttemptLedger;
import pl.paragon.worker.stage.FactHandler;
import pl.paragon.worker.stage.StageConfig;
import pl.paragon.worker.stage.StageHandler;

/** Makes the runner of this process's stage and drains it when the process shuts down. */
@ApplicationScoped
public class StageRunners {

    /** Of the observers of a shutdown: before everything that the jobs in hand still need. */
    static final int DRAIN = 100;

    private static final Logger LOG = Logger.getLogger(StageRunners.class);

    private final StageConfig config;
    private final AttemptLedger ledger;
    private final EventPublisher publisher;
    private final Cancellations cancellations;
    private final Crew crew;
    private final StagePauses pauses;
    private final Clock clock;
    private final MeterRegistry meters;
    private final WorkerCondition condition;
    private final List<StageRunner<?>> made = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<FactRunner<?>> facts = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    StageRunners(
            StageConfig config,
            AttemptLedger ledger,
            EventPublisher publisher,
            Cancellations cancellations,
            Crew crew,
            WorkerCondition condition,
            StagePauses pauses,
            Clock clock,
            MeterRegistry meters) {
        this.config = config;
        this.ledger = ledger;
        this.publisher = publisher;
        this.cancellations = cancellations;
        this.crew = crew;
        this.pauses = pauses;
        this.clock = clock;
        this.meters = meters;
        this.condition = condition;
    }

    /** A runner for {@code handler}; the process's heartbeat speaks of it from now on. */
    public <I extends StageInput> StageRunner<I> runner(Stage stage, Class<I> type, StageHandler<I> handler) {
        StageRunner<I> runner = new StageRunner<>(
                stage,
                type,
                handler,
                config,
                ledger,
                publisher,
                cancellations,
                crew,
                condition,
                () -> pauses.hold(stage),
                clock,
                meters);
        made.add(runner);
        first.countDown();
        return runner;
    }

    /**
     * A runner for the consequences of a fact that is nobody's work; {@code stage} is the one of this process, under
     * which it is measured.
     */
    public <E extends JobEvent> FactRunner<E> facts(Stage stage, Topic topic, Class<E> type, FactHandler<E> handler) {
        FactRunner<E> runner = new FactRunner<>(stage, topic, type, handler, config, publisher, condition, meters);
        facts.add(runner);
        return runner;
    }

    /** The runners of this process's work. */
    public List<StageRunner<?>> all() {
        return List.copyOf(made);
    }

    /**
     * As {@link #all()}, but waits for the first: a record that is delivered while the process starts must not be
     * acknowledged unseen.
     */
    List<StageRunner<?>> awaitAll() throws InterruptedException {
        first.await();
        return all();
    }

    /** Whether the process shuts down, so that a record that is refused is left for the next worker. */
    boolean stopping() {
        return stopping;
    }

    /** While the consumers and everything else still run: what is in hand is finished, what comes is left. */
    void drain(@Observes @Priority(DRAIN) ShutdownEvent shutdown) {
        stopping = true;
        condition.leaving();
        facts.forEach(FactRunner::stop);
        try {
            for (StageRunner<?> runner : made) {
                runner.drain(config.drain());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while the jobs in hand were finished; they are left for the next worker");
        }
    }
}
