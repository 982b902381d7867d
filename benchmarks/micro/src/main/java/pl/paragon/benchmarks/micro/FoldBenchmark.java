package pl.paragon.benchmarks.micro;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pl.paragon.api.status.Fact;
import pl.paragon.api.status.JobStatus;
import pl.paragon.contracts.event.JobEnded;
import pl.paragon.contracts.job.Step;

/** The facts of a job to its status. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FoldBenchmark {

    /** How far the job has come. */
    public enum Life {
        WAITING,
        IN_PROGRESS,
        SAVED
    }

    private static final Instant SUBMITTED = Instant.parse("2026-03-14T12:00:00Z");
    private static final UUID RECEIPT = UUID.fromString("00000000-0000-4000-8000-0000000000aa");

    @Param
    public Life life;

    private List<Fact> facts;

    @Setup
    public void live() {
        facts = facts(life);
    }

    /** In an order drawn by lot, as a store gives them. */
    static List<Fact> facts(Life life) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Submitted("paragon.jpg", "image/jpeg", 200_000, "u1", "anonymous", SUBMITTED));
        if (life != Life.WAITING) {
            for (Step step : Step.values()) {
                facts.add(new Fact.StepBegan(step, 1, SUBMITTED.plusMillis(step.progress())));
            }
        }
        if (life == Life.SAVED) {
            facts.add(new Fact.ResultReady("a/analysis.json", 20_480, "cd".repeat(32), SUBMITTED, SUBMITTED));
            facts.add(new Fact.Ended(new JobEnded.Saved(RECEIPT, List.of()), SUBMITTED.plusSeconds(1)));
        }
        Collections.shuffle(facts, new Random(1));
        return facts;
    }

    @Benchmark
    public JobStatus fold() {
        return JobStatus.fold(facts);
    }
}
