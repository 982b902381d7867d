package pl.paragon.worker.stage;

import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.StageInput;

/**
 * The work of a stage: one fact in, one fact out. It may be called again for the same job (at least once), also by
 * another process at the same time, and must then give the same result. It runs on a thread of its own and may block;
 * interruption means "stop at once".
 */
@FunctionalInterface
public interface StageHandler<I extends StageInput> {

    /**
     * @return the fact to publish
     * @throws StageException for every failure whose cause is known; anything else counts as a defect of ours
     * @throws InterruptedException if the work was told to stop
     */
    JobEvent handle(I input, StageContext context) throws InterruptedException;
}
