package pl.paragon.benchmarks.micro;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.analysis.proof.Proof;
import pl.paragon.analysis.proof.Reconciler;
import pl.paragon.contracts.text.RecognizedText;

/** A text to a receipt, and the decoding of its sums alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AnalysisBenchmark {

    /** After the dates of the drawn receipts, which must not lie in the future. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @Param
    public DrawnReceipt receipt;

    private final GrammarEngine grammar = new GrammarEngine(CLOCK);
    private final Reconciler reconciler = new Reconciler();
    private RecognizedText text;
    private Draft draft;

    @Setup
    public void read() {
        text = receipt.text();
        draft = grammar.read(text, Checkpoint.NONE).standing().draft();
    }

    /** Rows, grammar, proof and result. */
    @Benchmark
    public Analyzed grammar() {
        return grammar.analyze(text);
    }

    /** The reading of a draft that its equations prove. */
    @Benchmark
    public Proof proof() {
        return reconciler.reconcile(draft, Checkpoint.NONE);
    }
}
