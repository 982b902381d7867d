package pl.paragon.benchmarks.growth;

import java.io.IOException;
import java.util.List;
import pl.paragon.benchmarks.emptyjobs.SmallReceipt;
import pl.paragon.benchmarks.growth.Growth.Measure;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.throughput.Burst;

/**
 * How many jobs a minute go through the pipeline with more and more ocr-workers, each of which takes a fixed time over
 * a page, without a processor.
 *
 * @param jobs of each measurement, for each worker
 */
record WorkerGrowth(int jobs, int repeats) {

    private static final Measure PER_MINUTE = new Measure("jobs", "1/min", new Bar.None());

    /** Starts another ocr-worker, which is ready when it returns. */
    @FunctionalInterface
    interface Crew {
        void grow();
    }

    /**
     * Begins with one worker.
     *
     * @param levels how many workers, ascending
     */
    Growth measure(Target paragon, List<Integer> levels, Crew crew) throws IOException, InterruptedException {
        Growth growth = new Growth("ocr-workers", levels);
        Progress progress = new Progress("jobs for more workers", levels.size() * (1 + repeats));
        int workers = 1;
        for (int level : levels) {
            for (; workers < level; workers++) {
                crew.grow();
            }
            // Partitions move to those who joined.
            burst(paragon, level);
            progress.step();
            for (int repeat = 0; repeat < repeats; repeat++) {
                growth.add(PER_MINUTE, level, burst(paragon, level).perMinute());
                progress.step();
            }
        }
        return growth;
    }

    private Burst.Outcome burst(Target paragon, int workers) throws IOException, InterruptedException {
        Burst.Outcome outcome = new Burst(paragon, SmallReceipt.uploads(paragon, workers * jobs)).measure();
        if (outcome.failed() > 0) {
            throw new IOException(outcome.failed() + " jobs did not end with SUCCESS");
        }
        return outcome;
    }
}
