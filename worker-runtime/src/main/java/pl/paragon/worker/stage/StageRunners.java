package pl.paragon.worker.stage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StageInput;
import pl.paragon.contracts.event.Topic;
import pl.paragon.contracts.job.Stage;
import pl.paragon.runtime.publish.EventPublisher;
import pl.paragon.worker.cancel.Cancellations;
import pl.paragon.worker.ledger.AttemptLedger;

/** Makes the runner of this process's stage and stops it in order when the process shuts down. */
@ApplicationScoped
public class StageRunners {

    private final StageConfig config;
    private final AttemptLedger ledger;
    private final EventPublisher publisher;
    private final Cancellations cancellations;
    private final Clock clock;
    private final MeterRegistry meters;
    private final List<StageRunner<?>> made = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final List<FactRunner<?>> facts = new CopyOnWriteArrayList<>();

    StageRunners(
            StageConfig config,
            AttemptLedger ledger,
            EventPublisher publisher,
            Cancellations cancellations,
            Clock clock,
            MeterRegistry meters) {
        this.config = config;
        this.ledger = ledger;
        this.publisher = publisher;
        this.cancellations = cancellations;
        this.clock = clock;
        this.meters = meters;
    }

    /** A runner for {@code handler}; the process's heartbeat speaks of it from now on. */
    public <I extends StageInput> StageRunner<I> runner(
            Stage stage, Topic topic, Class<I> type, StageHandler<I> handler) {
        StageRunner<I> runner =
                new StageRunner<>(stage, topic, type, handler, config, ledger, publisher, cancellations, clock, meters);
        made.add(runner);
        first.countDown();
        return runner;
    }

    /** A runner for the consequences of a fact that is nobody's work; {@code stage} is the one of this process, under which it is measured. */
    public <E extends JobEvent> FactRunner<E> facts(Stage stage, Topic topic, Class<E> type, FactHandler<E> handler) {
        FactRunner<E> runner = new FactRunner<>(stage, topic, type, handler, config, publisher, meters);
        facts.add(runner);
        return runner;
    }

    /** The runners of this process's work: one in a worker, none in the gateway. */
    public List<StageRunner<?>> all() {
        return List.copyOf(made);
    }

    /** As {@link #all()}, but waits for the first: a record that comes while the process starts is not to be acknowledged by nobody. */
    List<StageRunner<?>> awaitAll() throws InterruptedException {
        first.await();
        return all();
    }

    /** Before the consumers close: what is running is told to stop and stays unacknowledged. */
    void stop(@Observes ShutdownEvent shutdown) {
        made.forEach(StageRunner::stop);
        facts.forEach(FactRunner::stop);
    }

    @Produces
    @Singleton
    static Cancellations cancellations() {
        return new Cancellations();
    }
}
