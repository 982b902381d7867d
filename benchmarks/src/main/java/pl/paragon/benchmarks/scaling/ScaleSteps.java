package pl.paragon.benchmarks.scaling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pl.paragon.benchmarks.emptyjobs.SmallReceipt;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.throughput.Burst;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.RetryScheduled;
import pl.paragon.running.Replica;
import pl.paragon.running.RunningParagon;
import pl.paragon.running.service.Service;

/**
 * A queue that is worked off while workers join one by one, and leave one by one.
 *
 * @param workers at most
 * @param pages that are read between two steps
 * @param pageTime what a worker takes over a page, one at a time
 */
record ScaleSteps(int workers, int pages, Duration pageTime) {

    private static final Duration LOOK = Duration.ofMillis(50);

    /**
     * What came of it.
     *
     * @param handedOver records of pages that another worker was working on, or had read
     * @param retries attempts that failed
     * @param reading share of the time of all workers, from ready until told to go, in which they read what nobody had
     *     read
     */
    record Outcome(long handedOver, long retries, double reading) {}

    Outcome measure(RunningParagon paragon) throws IOException, InterruptedException {
        Target target = Target.paragon(paragon.url(), Optional.empty());
        int jobs = pages * 2 * workers;
        Burst burst = new Burst(target, SmallReceipt.uploads(target, jobs));
        try (Published published = new Published(paragon);
                ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<Burst.Outcome> reading = client.submit((Callable<Burst.Outcome>) burst::measure);
            long workerTime = joinAndLeave(paragon, published, reading);
            Burst.Outcome outcome = reading.get();
            if (outcome.failed() > 0) {
                throw new IOException(outcome.failed() + " jobs did not end with SUCCESS");
            }
            return new Outcome(
                    published.facts(ReceiptTextRecognized.class) - jobs,
                    published.facts(RetryScheduled.class),
                    (double) jobs
                            * pageTime.toNanos()
                            / (workerTime + outcome.took().toNanos()));
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** @return the time, in ns, of those who joined */
    private long joinAndLeave(RunningParagon paragon, Published published, Future<?> reading)
            throws InterruptedException {
        record Worker(Replica replica, long since) {}
        Deque<Worker> crew = new ArrayDeque<>();
        long time = 0;
        while (crew.size() < workers - 1) {
            await(pages, published, reading);
            crew.add(new Worker(paragon.start(Service.OCR), System.nanoTime()));
        }
        while (!crew.isEmpty()) {
            await(pages, published, reading);
            Worker first = crew.remove();
            time += System.nanoTime() - first.since();
            first.replica().stop();
        }
        return time;
    }

    private static void await(int more, Published published, Future<?> reading) throws InterruptedException {
        long enough = published.facts(ReceiptTextRecognized.class) + more;
        while (!reading.isDone() && published.facts(ReceiptTextRecognized.class) < enough) {
            Thread.sleep(LOOK);
        }
    }
}
