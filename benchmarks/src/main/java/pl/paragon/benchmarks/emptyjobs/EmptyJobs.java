package pl.paragon.benchmarks.emptyjobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import pl.paragon.benchmarks.report.Progress;
import pl.paragon.benchmarks.report.Sample;
import pl.paragon.benchmarks.sidebyside.Bar;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.OneByOne;
import pl.paragon.benchmarks.sidebyside.Systems;
import pl.paragon.benchmarks.sidebyside.Target;
import pl.paragon.benchmarks.throughput.Burst;

/** Empty jobs through both systems: all at once, and one after the other. */
record EmptyJobs(int burst, int oneByOne, int warmUp) {

    private static final Bar PER_SECOND = new Bar.AtLeastTimes(5);
    private static final Bar MEDIAN_LATENCY = new Bar.AtMostTimes(1);
    private static final Bar NONE = new Bar.None();

    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    /** @throws IOException if a job ends otherwise than with SUCCESS */
    void measure(Systems systems, int repeats, Figures figures) throws IOException, InterruptedException {
        Progress progress = new Progress("empty jobs", systems.inTurn(0).size() * (1 + 2 * repeats));
        for (Target target : systems.inTurn(0)) {
            all(target, warmUp);
            progress.step();
        }
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (Target target : systems.inTurn(repeat)) {
                double perSecond = all(target, burst).perSecond();
                figures.add(target.kind(), Map.of("jobs at once", burst), "jobs", "1/s", PER_SECOND, perSecond);
                progress.step();
            }
            for (Target target : systems.inTurn(repeat)) {
                Sample took = OneByOne.milliseconds(
                        new OneByOne(target, Clock.systemUTC()).send(SmallReceipt.uploads(target, oneByOne)));
                Map<String, Object> setting = Map.of("one after the other", oneByOne);
                figures.add(target.kind(), setting, "p50", "ms", MEDIAN_LATENCY, took.quantile(MEDIAN));
                figures.add(target.kind(), setting, "p99", "ms", NONE, took.quantile(SLOWEST));
                progress.step();
            }
        }
    }

    private static Burst.Outcome all(Target target, int count) throws IOException, InterruptedException {
        Burst.Outcome outcome = new Burst(target, SmallReceipt.uploads(target, count)).measure();
        if (outcome.failed() > 0) {
            throw new IOException("%d of %d empty jobs of the %s did not end with SUCCESS"
                    .formatted(outcome.failed(), count, target.kind()));
        }
        return outcome;
    }
}
