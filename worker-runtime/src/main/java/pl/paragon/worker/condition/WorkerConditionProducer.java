package pl.paragon.worker.condition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the process's condition, which its runners and whatever watches a dependency report to. */
@ApplicationScoped
class WorkerConditionProducer {

    @Produces
    @Singleton
    WorkerCondition condition(Clock clock) {
        return new WorkerCondition(clock);
    }
}
