package pl.paragon.benchmarks.micro;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;

/** The documents of a receipt, to JSON and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    @Param
    public DrawnReceipt receipt;

    private byte[] textAsJson;
    private RecognizedText text;
    private byte[] analysisAsJson;
    private ReceiptAnalysis analysis;

    @Setup
    public void read() {
        textAsJson = receipt.json();
        text = receipt.text();
        analysis = new GrammarEngine(Clock.systemUTC()).analyze(text).receipt();
        analysisAsJson = Json.write(analysis);
    }

    @Benchmark
    public RecognizedText readText() {
        return Json.read(textAsJson, RecognizedText.class);
    }

    @Benchmark
    public byte[] writeText() {
        return Json.write(text);
    }

    @Benchmark
    public ReceiptAnalysis readAnalysis() {
        return Json.read(analysisAsJson, ReceiptAnalysis.class);
    }

    @Benchmark
    public byte[] writeAnalysis() {
        return Json.write(analysis);
    }
}
