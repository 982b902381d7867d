package pl.paragon.worker.stage;

import pl.paragon.contracts.event.JobEvent;

/**
 * What follows from a fact, whatever it takes: one fact in, one fact out. It may be called again for the same fact and
 * must then give the same answer.
 */
@FunctionalInterface
public interface FactHandler<E extends JobEvent> {

    /**
     * @return the fact to publish
     * @throws RuntimeException if it is not possible now; it is called again after a pause, as often as it takes
     */
    JobEvent handle(E fact);
}
