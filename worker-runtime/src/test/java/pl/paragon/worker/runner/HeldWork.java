package pl.paragon.worker.runner;

import static pl.paragon.worker.runner.Submissions.recognized;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.worker.stage.StageContext;
import pl.paragon.worker.stage.StageHandler;

/** Work that goes on until a test lets it finish. */
final class HeldWork implements StageHandler<ReceiptSubmitted> {

    private final Semaphore running = new Semaphore(0);
    private final CountDownLatch finish = new CountDownLatch(1);

    @Override
    public JobEvent handle(ReceiptSubmitted input, StageContext context) throws InterruptedException {
        running.release();
        finish.await();
        return recognized(input.jobId());
    }

    /** Returns once this many jobs have begun since the last call. */
    void awaitRunning(int jobs) throws InterruptedException {
        running.acquire(jobs);
    }

    void finish() {
        finish.countDown();
    }
}
